import robotsParserModule from 'robots-parser';

interface Robot {
  isAllowed(url: string, agent?: string): boolean | undefined;
  getCrawlDelay(agent?: string): number | undefined;
}
// The package is CommonJS without a declared default: its function is the module itself.
const parseRobots = robotsParserModule as unknown as (url: string, text: string) => Robot;

export interface RobotsRules {
  allows(url: string): boolean;
  crawlDelayMs: number;
}

/** A site that asks for more than a minute between requests would never be read to its end. */
const maxCrawlDelayMs = 60_000;
/** RFC 9309 section 2.5: a parser may stop after 500 KiB. */
export const maxRobotsLength = 500_000;

export function readRobots(robotsUrl: string, text: string, agent: string): RobotsRules {
  const robot = parseRobots(robotsUrl, text.slice(0, maxRobotsLength));
  const delay = robot.getCrawlDelay(agent) ?? 0;
  return {
    allows: (url) => robot.isAllowed(url, agent) !== false,
    crawlDelayMs: Number.isFinite(delay) ? Math.min(Math.max(delay, 0) * 1000, maxCrawlDelayMs) : 0,
  };
}

export const allowAll: RobotsRules = { allows: () => true, crawlDelayMs: 0 };
export const allowNone: RobotsRules = { allows: () => false, crawlDelayMs: 0 };

interface Kept {
  rules: Promise<RobotsRules>;
  until: number;
}

/**
 * Keeps each origin's rules for a day (RFC 9309 section 2.4), "unavailable" for ten minutes.
 * @param load reads robots.txt of an origin; rejects when the origin cannot be reached
 */
export function createRobotsCache(load: (origin: string) => Promise<RobotsRules>, now: () => number) {
  const kept = new Map<string, Kept>();
  return (origin: string): Promise<RobotsRules> => {
    const known = kept.get(origin);
    if (known && known.until > now()) return known.rules;
    const entry: Kept = { rules: load(origin), until: now() + 86_400_000 };
    entry.rules.then(
      (rules) => {
        if (rules === allowNone) entry.until = now() + 600_000;
      },
      () => kept.delete(origin),
    );
    if (kept.size >= 20_000) kept.delete(kept.keys().next().value!);
    kept.set(origin, entry);
    return entry.rules;
  };
}
