import type { FunctionComponent } from 'preact';
import type { IconName } from '../components/icon.tsx';
import type { PageProps } from './page-props.ts';
import type { shellTexts } from './texts.ts';

export interface PageEntry {
  /** `/isu/:number` */
  path: string;
  load(): Promise<{ Page: FunctionComponent<PageProps> }>;
  /** Where it stands in the navigation; without it the page is reached by links. */
  nav?: { title: keyof typeof shellTexts & string; icon: IconName; needs?: 'triage' | 'draft' | 'manage' };
  /** Opens without a sign-in. */
  isOpen?: true;
}

/** Every page of the desk, in the order of the navigation. Each is a chunk of its own. */
export const pages: readonly PageEntry[] = [
  {
    path: '/isu',
    load: () => import('../pages/isu/isu-page.tsx'),
    nav: { title: 'isu', icon: 'isu' },
  },
  {
    path: '/tugas',
    load: () => import('../pages/tugas/tugas-page.tsx'),
    nav: { title: 'tugas', icon: 'tugas' },
  },
  { path: '/isu/:number', load: () => import('../pages/issue/issue-page.tsx') },
  {
    path: '/peringatan',
    load: () => import('../pages/peringatan/peringatan-page.tsx'),
    nav: { title: 'peringatan', icon: 'peringatan' },
  },
  {
    path: '/jawaban',
    load: () => import('../pages/jawaban/jawaban-page.tsx'),
    nav: { title: 'jawaban', icon: 'jawaban' },
  },
  { path: '/jawaban/baru', load: () => import('../pages/jawaban/new-answer-page.tsx') },
  { path: '/jawaban/terbit/:publication', load: () => import('../pages/jawaban/publication-page.tsx') },
  { path: '/jawaban/paket/:campaign', load: () => import('../pages/jawaban/package-page.tsx') },
  { path: '/jawaban/:answer', load: () => import('../pages/jawaban/answer-page.tsx') },
  {
    path: '/klaim',
    load: () => import('../pages/klaim/klaim-page.tsx'),
    nav: { title: 'klaim', icon: 'klaim' },
  },
  { path: '/klaim/baru', load: () => import('../pages/klaim/new-claim-page.tsx') },
  { path: '/klaim/:claim', load: () => import('../pages/klaim/claim-page.tsx') },
  { path: '/fakta', load: () => import('../pages/klaim/fakta-page.tsx') },
  { path: '/narasi', load: () => import('../pages/klaim/narasi-page.tsx') },
  { path: '/narasi/:narrative', load: () => import('../pages/klaim/narrative-page.tsx') },
  {
    path: '/cari',
    load: () => import('../pages/cari/cari-page.tsx'),
    nav: { title: 'cari', icon: 'cari' },
  },
  {
    path: '/peta',
    load: () => import('../pages/peta/peta-page.tsx'),
    nav: { title: 'peta', icon: 'peta' },
  },
  {
    path: '/laporan',
    load: () => import('../pages/laporan/laporan-page.tsx'),
    nav: { title: 'laporan', icon: 'laporan' },
  },
  { path: '/laporan/:report', load: () => import('../pages/laporan/report-page.tsx') },
  {
    path: '/sumber',
    load: () => import('../pages/sumber/sumber-page.tsx'),
    nav: { title: 'sumber', icon: 'sumber' },
  },
  {
    path: '/mitra',
    load: () => import('../pages/mitra/mitra-page.tsx'),
    nav: { title: 'mitra', icon: 'mitra', needs: 'triage' },
  },
  { path: '/mitra/:stakeholder', load: () => import('../pages/mitra/stakeholder-page.tsx') },
  {
    path: '/mutu',
    load: () => import('../pages/mutu/mutu-page.tsx'),
    nav: { title: 'mutu', icon: 'mutu' },
  },
  {
    path: '/pengaturan',
    load: () => import('../pages/pengaturan/pengaturan-page.tsx'),
    nav: { title: 'pengaturan', icon: 'pengaturan' },
  },
  { path: '/lapor', load: () => import('../pages/lapor/lapor-page.tsx'), isOpen: true },
  { path: '/masuk', load: () => import('../pages/masuk/sign-in-page.tsx'), isOpen: true },
  { path: '/mulai', load: () => import('../pages/masuk/first-administrator-page.tsx'), isOpen: true },
  { path: '/undangan', load: () => import('../pages/masuk/invitation-page.tsx'), isOpen: true },
];
