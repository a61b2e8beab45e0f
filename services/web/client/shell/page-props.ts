export interface PageProps {
  /** Parts of the address, decoded. */
  params: Record<string, string>;
}
