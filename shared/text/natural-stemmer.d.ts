declare module 'natural/lib/natural/stemmers/indonesian/stemmer_id.js' {
  const stemmer: { stem(token: string): string };
  // biome-ignore lint/style/noDefaultExport: describes a CommonJS module of another package
  export default stemmer;
}
