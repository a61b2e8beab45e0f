import { useTexts } from '../../texts/catalogue.ts';
import { claimTexts } from './texts.ts';

/** The parts of the page, each with an address. */
export function PartTabs({ here }: { here: '/klaim' | '/fakta' | '/narasi' }) {
  const say = useTexts(claimTexts);
  const parts = [
    { href: '/klaim', title: say('claims') },
    { href: '/fakta', title: say('facts') },
    { href: '/narasi', title: say('narratives') },
  ];
  return (
    <nav class="tabs no-print" aria-label={say('parts')}>
      {parts.map(({ href, title }) => (
        <a key={href} href={href} aria-current={href === here ? 'page' : undefined}>
          {title}
        </a>
      ))}
    </nav>
  );
}
