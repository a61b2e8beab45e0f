import east from './localities-east.json' with { type: 'json' };
import javaBali from './localities-java-bali.json' with { type: 'json' };
import sumatra from './localities-sumatra.json' with { type: 'json' };

/** Districts, towns and places that people name, by the code of their regency or city: names with commas between. */
export const localities: Readonly<Record<string, string>> = { ...sumatra, ...javaBali, ...east };
