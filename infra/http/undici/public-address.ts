import ipaddr from 'ipaddr.js';

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
