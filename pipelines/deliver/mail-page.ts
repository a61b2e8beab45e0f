import type { Level } from '../../shared/domain/risk.ts';
import { escapeXml } from '../../shared/text/escape-xml.ts';
import { type AlertLines, footer } from './alert-lines.ts';

/** White text on these has a contrast of at least 4.5 (WCAG AA). */
const colours: Record<Level, string> = {
  kritis: '#8c1d18',
  tinggi: '#a8430a',
  sedang: '#6b5200',
  rendah: '#3a5a40',
};

const font = 'font-family:Segoe UI,Roboto,Helvetica,Arial,sans-serif';

/**
 * A page that mail programs show: tables and inline styles only, nothing loaded from outside, so that opening it tells
 * nobody anything. `inner` is markup that was escaped by its maker.
 */
export function mailPage(level: Level, heading: string, preview: string, inner: string): string {
  return [
    '<!doctype html><html lang="id"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${escapeXml(heading)}</title></head>`,
    `<body style="margin:0;padding:0;background:#eef0f3;${font};color:#1c1f24">`,
    `<div style="display:none;max-height:0;overflow:hidden">${escapeXml(preview)}</div>`,
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#eef0f3"><tr>',
    '<td align="center" style="padding:24px 12px">',
    '<table role="presentation" width="600" cellpadding="0" cellspacing="0" ',
    'style="width:100%;max-width:600px;background:#ffffff;border-radius:8px;overflow:hidden">',
    `<tr><td style="background:${colours[level]};color:#ffffff;padding:14px 24px;font-size:14px;`,
    `font-weight:600;letter-spacing:.3px">${escapeXml(heading)}</td></tr>`,
    `<tr><td style="padding:20px 24px 24px 24px;font-size:15px;line-height:1.5">${inner}</td></tr>`,
    '<tr><td style="padding:14px 24px;background:#f6f7f9;color:#5a616b;font-size:12px;line-height:1.5">',
    `${escapeXml(footer)}</td></tr></table></td></tr></table></body></html>`,
  ].join('');
}

export const button = (link: string, label: string): string =>
  `<p style="margin:20px 0 0 0"><a href="${escapeXml(link)}" style="display:inline-block;background:#1f4e8c;` +
  `color:#ffffff;text-decoration:none;padding:11px 20px;border-radius:6px;font-weight:600">${escapeXml(label)}</a></p>`;

/** Height of the tallest bar in pixels. */
const barHeight = 56;

/** 24 bars of table cells, which every mail program draws; the last one is the running hour. */
function bars(hours: readonly number[]): string {
  if (hours.length === 0) return '';
  const most = Math.max(...hours);
  const cells = hours.map((count, hour) => {
    const height = count === 0 ? 0 : Math.max(2, Math.round((count / most) * barHeight));
    const colour = hour === hours.length - 1 ? '#b3261e' : '#4a6fa5';
    return (
      `<td valign="bottom" height="${barHeight}" style="height:${barHeight}px;padding:0 1px">` +
      `<div style="height:${height}px;line-height:1px;font-size:1px;background:${colour}">&nbsp;</div></td>`
    );
  });
  return (
    `<table role="img" aria-label="Unggahan per jam dalam 24 jam terakhir, tertinggi ${most}" width="100%" ` +
    'cellpadding="0" cellspacing="0" style="margin:14px 0 2px 0;border-bottom:1px solid #9aa3af;table-layout:fixed">' +
    `<tr>${cells.join('')}</tr></table><p style="margin:0 0 14px 0;color:#5a616b;font-size:12px">Unggahan per jam, ` +
    `24 jam terakhir; tertinggi ${most}.</p>`
  );
}

const rows = (pairs: readonly [string, string][]): string =>
  pairs.length === 0
    ? ''
    : `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:10px 0;font-size:14px">${pairs
        .map(
          ([label, value]) =>
            `<tr><td style="padding:3px 16px 3px 0;color:#5a616b;vertical-align:top;white-space:nowrap">${escapeXml(label)}` +
            `</td><td style="padding:3px 0">${escapeXml(value)}</td></tr>`,
        )
        .join('')}</table>`;

const paragraph = (text: string, style = 'margin:12px 0'): string =>
  `<p style="${style}">${escapeXml(text)}</p>`;

/** The alert as a page for mail programs. */
export function alertPage(
  lines: AlertLines,
  view: { level: Level; hours: readonly number[]; link: string },
): string {
  const stories = lines.stories
    .map(
      ({ title, count }) =>
        `<li style="margin:4px 0">${escapeXml(title)} <span style="color:#5a616b">(${escapeXml(count)})</span></li>`,
    )
    .join('');
  const inner = [
    `<h1 style="margin:0 0 4px 0;font-size:21px;line-height:1.3">${escapeXml(lines.title)}</h1>`,
    paragraph(lines.when, 'margin:0 0 12px 0;color:#5a616b;font-size:13px'),
    lines.note === null
      ? ''
      : paragraph(
          lines.note,
          'margin:12px 0;padding:10px 14px;background:#fff4e0;border-left:4px solid #a8430a',
        ),
    paragraph(lines.sentence),
    bars(view.hours),
    rows(lines.figures),
    stories
      ? `<p style="margin:16px 0 4px 0;font-weight:600">Cerita teratas</p><ol style="margin:0;padding-left:22px">${stories}</ol>`
      : '',
    rows(lines.facts),
    lines.nextStep === null
      ? ''
      : `<p style="margin:14px 0;padding:10px 14px;background:#eef4fb;border-left:4px solid #1f4e8c"><b>Langkah berikutnya:</b> ${escapeXml(lines.nextStep)}</p>`,
    button(view.link, 'Buka isu'),
  ];
  return mailPage(view.level, `PERINGATAN ${lines.level} – ${lines.office}`, lines.sentence, inner.join(''));
}
