import { createECDH, randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';

/** A browser's subscription, and what it shows of a push; the library's own decoder stands for it. */
export function openLocalBrowser() {
  const ece = createRequire(createRequire(import.meta.url).resolve('web-push'))('http_ece') as {
    decrypt(body: Buffer, options: object): Buffer;
  };
  const privateKey = createECDH('prime256v1');
  privateKey.generateKeys();
  const authSecret = randomBytes(16).toString('base64url');
  const keys = { p256dh: privateKey.getPublicKey('base64url'), auth: authSecret };
  return {
    subscription: (endpoint: string) => JSON.stringify({ endpoint, expirationTime: null, keys }),
    decrypt: (body: Buffer): { tag: string; title: string; body: string } =>
      JSON.parse(ece.decrypt(body, { version: 'aes128gcm', privateKey, authSecret }).toString()),
  };
}
