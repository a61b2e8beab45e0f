interface LoadClient {
  requestIterator: { currentRequestIndex: number; requests: readonly unknown[] };
}

/** Prime, so that no two of some dozen connections begin near each other. */
const step = 197;
let clients = 0;

/** Each connection of a load begins elsewhere in the list: else all would ask for the same at the same time. */
function spreadRequests({ requestIterator }: LoadClient): void {
  requestIterator.currentRequestIndex = (clients * step) % requestIterator.requests.length;
  clients += 1;
}

// The load's own thread takes the file as a module of the older kind, whose value is one function.
export { spreadRequests as 'module.exports' };
