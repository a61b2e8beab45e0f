import { describe, expect, it } from 'vitest';
import { escapeXml } from '../../shared/text/escape-xml.ts';
import { niceCeiling, renderChart } from './chart.ts';
import type { Finding } from './detector.ts';
import { explainFinding, sayChance } from './explain.ts';
import { defaultWatchSettings } from './settings.ts';

const context = {
  subject: 'Honor petugas belum dibayar.',
  place: 'Kabupaten Malang',
  tier: 'regency',
  settings: defaultWatchSettings.spike,
} as const;
const say = (some: Partial<Finding>) =>
  explainFinding(
    { rule: 'quiet_tail', observed: 12, baseline: 0.3, factor: 24, statistic: null, ...some },
    context,
  );

describe('explainFinding', () => {
  it('says what, where, how many, the usual, the factor and the rule', () => {
    expect(say({ statistic: { name: 'p', value: 1e-9 } })).toBe(
      '"Honor petugas belum dibayar" (Kabupaten Malang): 12 unggahan dalam satu jam, biasanya 0,3 (24 kali lipat); ' +
        'peluang ini kebetulan kurang dari 1 banding 1.000.000, dan sudah mencapai batas kabupaten/kota, yaitu 5 unggahan dari sedikitnya 3 akun atau media.',
    );
    expect(say({ rule: 'busy_z', statistic: { name: 'z', value: 6.04 } })).toContain(
      '6 kali naik-turun yang biasa dalam dua pekan terakhir',
    );
    expect(say({ rule: 'cold_start', baseline: 0 })).toContain('pertama kali mencapai');
    expect(say({ rule: 'negative_jump', observed: 0.62, baseline: 0.3 })).toContain(
      'bagian bernada negatif 62% dalam 24 jam terakhir, sedangkan pekan sebelumnya',
    );
    expect(say({ rule: 'clock_at_risk', observed: -1.5 })).toContain('terlewat 1,5 jam');
  });

  it('has a sentence for every rule', () => {
    const rules = ['claim_match', 'source_silent', 'clock_at_risk', 'level_doubled', 'recovered'] as const;
    for (const rule of rules) expect(say({ rule })).toMatch(/^".+" \(Kabupaten Malang\): .+\.$/);
  });

  it('says chances as people do', () => {
    expect([sayChance(0.00005), sayChance(1e-12), sayChance(2)]).toEqual([
      '1 banding 20.000',
      'kurang dari 1 banding 1.000.000',
      '1 banding 1',
    ]);
  });
});

describe('renderChart', () => {
  const chart = renderChart({
    title: '</title><script>alert("x")</script> & \u0000\ud800',
    counts: [0, 1, 3, 12],
    baseline: 1,
    alertIndex: 3,
    fromLabel: '1 Feb <',
    toLabel: '2 Feb',
  });

  it('escapes everything it did not write itself', () => {
    expect(chart).not.toContain('<script');
    expect(chart).not.toContain('\u0000');
    expect(chart).toContain('1 Feb &lt;');
    expect(chart.isWellFormed()).toBe(true);
    expect(escapeXml(`<&>"'`)).toBe('&lt;&amp;&gt;&quot;&#39;');
  });

  it('draws a bar for each count and the alert in red, on a round axis', () => {
    expect(chart.match(/<rect x=/g)).toHaveLength(3);
    // the bar and its number
    expect(chart.match(/#b3261e/g)).toHaveLength(2);
    expect(chart).toContain('>20</text>');
    expect([niceCeiling(0), niceCeiling(12), niceCeiling(99), niceCeiling(100)]).toEqual([1, 20, 100, 100]);
  });

  it('stands an empty series', () => {
    const empty = renderChart({
      title: '',
      counts: [],
      baseline: 0,
      alertIndex: null,
      fromLabel: '',
      toLabel: '',
    });
    expect(empty).not.toContain('NaN');
  });
});
