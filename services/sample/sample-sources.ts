import type { Source } from '../../shared/domain/source.ts';
import { heavyHostilePaths } from './hostile-routes.ts';
import type { Outlet } from './sample-data.ts';

/** The Source record of an outlet's feed. */
export const outletSource = (outlet: Outlet, origin: string): Source => ({
  id: `contoh-${outlet.key}`,
  kind: outlet.kind,
  name: outlet.name,
  url: `${origin}/${outlet.key}/feed.xml`,
  platform: 'news',
  outlet: outlet.name,
  outletTier: outlet.tier,
  homeArea: outlet.homeArea,
  intervalMinutes: outlet.intervalMinutes,
  enabled: true,
  settings: {},
});

/** The Source record of a broken or hostile feed; the two heavy ones are off until a test turns them on. */
export const hostileSource = (path: string, origin: string): Source => ({
  id: `contoh-rusak-${path.replace('/hostile/', '').replace('.xml', '').replaceAll('/', '-')}`,
  kind: 'feed',
  name: `Umpan rusak: ${path.replace('/hostile/', '')}`,
  url: `${origin}${path}`,
  platform: 'news',
  outlet: 'Umpan Rusak',
  outletTier: 1,
  homeArea: null,
  intervalMinutes: 30,
  enabled: !heavyHostilePaths.has(path),
  settings: {},
});
