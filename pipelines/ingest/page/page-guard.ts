import { type SaxLimits, walkMarkup } from '../text/sax.ts';

/** True when a page's markup stays within limits of depth and tags, so that building a full tree of it is safe. */
export const pageIsWithin = (html: string, limits: SaxLimits): boolean => walkMarkup(html, {}, { limits });
