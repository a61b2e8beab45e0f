declare module 'natural/lib/natural/classifiers/bayes_classifier.js' {
  // biome-ignore lint/style/noDefaultExport: describes a CommonJS module of another package
  export default class BayesClassifier {
    addDocument(stems: readonly string[], label: string): void;
    train(): void;
    classify(stems: readonly string[]): string;
  }
}
