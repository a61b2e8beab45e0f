import { pictureMail, plainMail } from '../../../infra/mail/imapflow/testdata/mails.ts';
import type { ConnectorContract } from './connector.contract.ts';
import { mailConnector } from './mail.ts';

export const mailConnectors: readonly ConnectorContract[] = [
  {
    name: 'mail',
    connector: mailConnector,
    source: () => ({ platform: 'report', url: 'imap' }),
    mails: (round) => [
      plainMail(3, 'Fwd: TPS dipindah?', 'Benarkah TPS 4 dipindah =E2=80=9Cmendadak=E2=80=9D?'),
      pictureMail(5, '<p>KPPS membagikan surat suara tercoblos?</p>'),
      ...(round === 1 ? [] : [plainMail(9, 'Antrean', 'Antrean TPS panjang sekali')]),
    ],
    wrongSettings: { maxMessages: 0 },
    first: ['<m3@surat.example>', '<m5@surat.example>'],
    second: ['<m9@surat.example>'],
    privateName: 'warga@surat.example',
  },
];
