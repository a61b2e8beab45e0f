import type { Settings } from '../../shared/config/settings.ts';
import type { Collecting } from '../../shared/ports/installation.ts';
import { createImapOpener } from '../mail/imapflow/open-imap-mailbox.ts';
import { openResumingSocket } from './undici/resuming-socket.ts';

/** What the settings say about collecting, with the parts that live outside the fetcher. */
export function openCollecting(settings: Settings): Collecting {
  const { youtubeKey, xToken, mastodonToken, googleFactCheckKey, yudistiraKey } = settings;
  const named = {
    youtube: youtubeKey,
    x: xToken,
    mastodon: mastodonToken,
    google_fact_check: googleFactCheckKey,
    yudistira: yudistiraKey,
  };
  const { allowAddresses, contact } = settings;
  return {
    secrets: Object.fromEntries(
      Object.entries(named).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
    evidenceLevel: settings.evidenceLevel,
    ...(settings.imapUrl === undefined ? {} : { openMailbox: createImapOpener({ url: settings.imapUrl }) }),
    openStream: (options) => openResumingSocket({ ...options, allowAddresses, contact }),
  };
}
