import webpush from 'web-push';
import { z } from 'zod';
import type { Records } from '../../../shared/ports/records.ts';

const keysSchema = z.object({ publicKey: z.string(), privateKey: z.string() });
export type VapidKeys = z.infer<typeof keysSchema>;

/** The public half, for browsers that subscribe, lies beside the pair. */
const name = 'push.vapid';

/** The installation's pair of keys, made once: browsers that subscribed with one pair never hear of another. */
export const keepVapidKeys = (records: Records): Promise<VapidKeys> =>
  records.transaction(async ({ state }) => {
    const kept = keysSchema.safeParse(await state.get(name));
    if (kept.success) return kept.data;
    const fresh = webpush.generateVAPIDKeys();
    await state.put(name, fresh);
    return fresh;
  });
