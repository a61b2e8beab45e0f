/**
 * Words too common to tell two texts apart, in the standard forms tokenise gives. Never negations, numbers, places or
 * question words: those decide what a claim says. Our own list.
 */
const WORDS = `
yang dan di ke dari untuk dengan pada dalam oleh sebagai ini itu tersebut adalah ialah merupakan akan telah sudah sedang masih juga saja
atau serta agar supaya karena sebab jika kalau bila maka tetapi tapi namun sedangkan sementara bahwa seperti ada para sang si pun lah kah
saya kamu dia kita kami mereka anda kalian nya ya sih deh dong kok nih ini lagi terus jadi menjadi bisa dapat harus mau ingin
secara antara hingga sampai sejak saat ketika setelah sebelum tentang terhadap kepada atas bawah lebih paling sangat banget sekali
pak bu bapak ibu abang saudara
`;

export const STOP_WORDS: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter(Boolean));
