import ipaddr from 'ipaddr.js';
import { AddressRefused } from '../../../shared/ports/fetcher.ts';

/**
 * Decides which addresses may be connected to.
 * @param allow addresses or CIDR ranges that are let through although they are not public, for the sample run and tests
 */
export function createAddressCheck(allow: readonly string[] = []): (address: string) => boolean {
  const ranges = allow.map((text) => {
    if (text.includes('/')) return ipaddr.parseCIDR(text);
    const address = ipaddr.parse(text);
    return [address, address.kind() === 'ipv4' ? 32 : 128] as [typeof address, number];
  });
  return (text) => {
    if (!ipaddr.isValid(text)) return false;
    const address = ipaddr.process(text);
    if (ranges.some(([net, bits]) => net.kind() === address.kind() && address.match(net, bits))) return true;
    return isPublic(address);
  };
}

/** Global unicast only: for IPv6 that is 2000::/3 without the ranges that carry an IPv4 address or mean something special. */
function isPublic(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address.range() !== 'unicast') return false;
  if (address.kind() === 'ipv4') return true;
  return ((address as ipaddr.IPv6).parts[0]! & 0xe000) === 0x2000;
}

/** The address inside a URL's host when it is an IP literal; null for a name. `URL` has already turned decimal, octal and hex forms into dotted ones. */
export function literalOf(hostname: string): string | null {
  const bare = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname.replace(/\.$/, '');
  return ipaddr.isValid(bare) ? bare : null;
}

/** The web's own ports; anything else is more likely a service that was never meant to be read. */
const webPorts = new Set(['', '80', '443', '8080', '8443']);

/**
 * Decides which addresses may be asked for at all; names are checked again when they are resolved.
 * @param anyPort ports other than the web's are let through
 */
export function createUrlCheck(
  isAllowed: (address: string) => boolean,
  anyPort: boolean,
): (text: string, base?: string) => URL {
  return (text, base) => {
    const url = URL.parse(text, base);
    if (!url) throw new AddressRefused(text, 'syntax');
    if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new AddressRefused(text, 'scheme');
    if (url.username || url.password) throw new AddressRefused(url.origin, 'credentials');
    const literal = literalOf(url.hostname);
    if (literal !== null && !isAllowed(literal)) throw new AddressRefused(url.href);
    if (!webPorts.has(url.port) && !anyPort) throw new AddressRefused(url.href, 'port');
    return url;
  };
}
