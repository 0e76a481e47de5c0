import type { ProblemCode } from './problem.ts'
import { fact, type ProblemWords, peerPlace, withinLimit } from './problem-words.ts'

/** The way to the engine, and deadlines on it. */
export const networkWords = {
  'connection-refused': {
    title: 'The server refuses the connection',
    message: (facts) => `${peerPlace(facts, 'The server')} can be reached, but nothing listens on that port.`,
    advice: 'Check the port, and whether the engine on that server is running and listens on the network.',
  },
  'connection-reset': {
    title: 'The server resets the connection',
    message: (facts) => `${peerPlace(facts, 'The server')} cut the connection before it answered.`,
    advice: 'A firewall or a proxy in between may do this. Try from another network, then read the log of the engine.',
  },
  'connection-closed-early': {
    title: 'The connection was closed before an answer came',
    message: (facts) => `${peerPlace(facts, 'The server')} took the connection and closed it without a word.`,
    advice: 'Check that an engine listens there, then read its log: it may be starting, stopping or failing.',
  },
  'connection-lost': {
    title: 'The engine closed the connection',
    message: (facts) => `The connection to ${peerPlace(facts, 'the engine')} ended while it was in use.`,
    advice: 'The engine stops, restarts, or fails to start: look at its state and its log, then try again.',
  },
  'connection-lost-midbody': {
    title: 'The answer stopped in the middle',
    message: (facts) => `${peerPlace(facts)} began to answer, and the connection ended before the answer did.`,
    advice: 'Try again. If it comes back, a proxy in between cuts long answers, or the engine is being stopped.',
  },
  'host-unreachable': {
    title: 'The server cannot be reached',
    message: (facts) =>
      `No way leads to ${peerPlace(facts, 'the server')}: the server is off, or a router or firewall turns it down.`,
    advice: 'Check that the server is up, the address is right and the VPN, if it needs one, is connected.',
  },
  'network-unreachable': {
    title: 'This machine has no route to the server',
    message: (facts) => `This machine has no route to ${peerPlace(facts, 'the server')}.`,
    advice: 'Check the network connection, the VPN, and whether the address is IPv6 where there is none.',
  },
  'blocked-by-policy': {
    title: 'This machine forbids the connection',
    message: (facts) =>
      `A route or a firewall on this machine forbids connections to ${peerPlace(facts, 'the server')}.`,
    advice: "Look for a prohibit route with ip route get, and at the firewall's rules for outgoing connections.",
  },
  'dns-not-found': {
    title: "The server's name is not known",
    message: (facts) => `No address is known for the name ${fact(facts, 'host', 'of the server')}.`,
    advice: 'Check the spelling of the name, and whether it is known only inside a VPN.',
  },
  'dns-temporary': {
    title: "The server's name cannot be looked up now",
    message: (facts) => `The name service could not say where ${fact(facts, 'host', 'the server')} is.`,
    advice: 'Check the network connection and the DNS server that this machine asks, then try again.',
  },
  'dns-timeout': {
    title: 'The name service does not answer',
    message: (facts) => `The name service did not say in time where ${fact(facts, 'host', 'the server')} is.`,
    advice: 'Check the network connection and the DNS server that this machine asks, then try again.',
  },
  'timeout-connect': {
    title: 'The server does not answer the call',
    message: (facts) => `${peerPlace(facts, 'The server')} did not take the connection${withinLimit(facts)}.`,
    advice: 'The server is off, or a firewall drops the packets silently. Check the address, the firewall and the VPN.',
  },
  'timeout-handshake': {
    title: 'The TLS handshake does not come to an end',
    message: (facts) =>
      `${peerPlace(facts, 'The server')} took the connection, but did not finish the TLS handshake${withinLimit(facts)}.`,
    advice: 'Check that the port speaks TLS. If it does, the engine or the proxy before it hangs.',
  },
  'timeout-response': {
    title: 'The engine does not answer',
    message: (facts) => `${peerPlace(facts)} took the connection, but did not answer${withinLimit(facts)}.`,
    advice:
      'The engine is overloaded or hangs. Look at its log; restarting it stops containers unless live-restore is on.',
  },
  'timeout-body': {
    title: 'The answer does not come to an end',
    message: (facts) => `${peerPlace(facts)} began to answer, but did not finish${withinLimit(facts)}.`,
    advice: 'Try again. If it comes back, the connection is very slow, or the engine hangs.',
  },
} satisfies Partial<Record<ProblemCode, ProblemWords>>
