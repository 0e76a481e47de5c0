/**
 * Stands in the bundle for what dockerode loads at start-up and Gangway never calls: docker-modem (ours replaces it), its
 * ssh client, and the gRPC stack of image builds. They cost 60 ms of every start, and a way to dial without our rules.
 * Anyone who does call them gets a TypeError at once (docs/decisions/0002-modem.md).
 */
export const leftOut = {}
