/** Whose account only the sample's one-time link opens: the desk says to them that all they see is made up. */
export const sampleOfficerEmail = 'petugas@contoh.saring';
