import type { Message } from '../../shared/domain/delivery.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import { escapeXml } from '../../shared/text/escape-xml.ts';
import { sayMoment, type Zone } from '../watch/local-time.ts';
import { linkTo } from './alert-view.ts';
import { button, mailPage } from './mail-page.ts';

/** A message that only shows that a channel works. */
export function composeTest(id: string, at: Instant, unit: string, zone: Zone, baseUrl: string): Message {
  const subject = 'Uji coba saluran peringatan Saring';
  const short = `Saluran ini berfungsi. Dikirim ${sayMoment(at, zone)}. Tidak ada yang perlu dilakukan.`;
  const link = linkTo(baseUrl, null);
  return {
    id,
    kind: 'test',
    alertId: null,
    issueId: null,
    unit,
    level: 'rendah',
    at,
    subject,
    short,
    text: `${subject}\n\n${short}\n\n${link}`,
    html: mailPage('rendah', subject, short, `<p>${escapeXml(short)}</p>${button(link, 'Buka Saring')}`),
    chart: null,
    link,
    data: { test: true, link },
  };
}
