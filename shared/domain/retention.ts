import { z } from 'zod';

const days = (most: number) => z.number().int().min(1).max(most);

/** How many days personal data of each kind is kept. What nobody needs any more goes by itself. */
export const retentionSchema = z
  .object({
    /** What leads to a private author: address and native id of the post, @names in it. DOMAIN: 90 at the most. */
    handles: days(90).default(90),
    /** How somebody who reported can be asked back. */
    contacts: days(90).default(90),
    /** Posts of private authors whole, with their evidence; two years cover an election and its disputes. */
    privatePosts: days(3_650).default(730),
    /** What people were told inside the application. */
    notices: days(3_650).default(180),
  })
  .strict();
export type Retention = z.infer<typeof retentionSchema>;
export type RetentionKind = keyof Retention;

export const retentionNames: Readonly<Record<RetentionKind, string>> = {
  handles: 'alamat dan nama akun pribadi',
  contacts: 'kontak pelapor',
  privatePosts: 'unggahan akun pribadi',
  notices: 'pemberitahuan dalam aplikasi',
};
