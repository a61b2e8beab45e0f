import { emptyCounts, type Issue, issueNumber } from '../domain/issue.ts';

/** An open issue of Kota Malang; `count` makes id and number. */
export const buildIssue = (count: number, over: Partial<Issue> = {}): Issue => ({
  id: `issue-${String(count).padStart(3, '0')}`,
  number: issueNumber(2024, count),
  title: `Surat suara kurang di TPS ${count}`,
  titleBy: 'machine',
  summary: '',
  sentences: { positive: [], neutral: [], negative: [] },
  state: 'new',
  unit: '35.73',
  owner: null,
  parentId: null,
  mergedInto: null,
  narrativeId: null,
  topic: 'logistik',
  areas: ['35.73'],
  firstAt: Date.UTC(2024, 10, 27, 1),
  lastAt: Date.UTC(2024, 10, 27, 5),
  counts: emptyCounts,
  spread: { authors: 1, platforms: {}, outlets: {}, areas: {}, maxFollowers: 0 },
  risk: { likelihood: 2, impact: 3, score: 6, level: 'sedang', parts: [] },
  priority: { score: count, parts: [], reason: 'Alasan.', nextStep: 'Langkah.' },
  verdict: 'belum_diperiksa',
  version: 1,
  ...over,
});
