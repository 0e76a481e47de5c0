import type { ProblemCode } from './problem.ts'
import { fact, type ProblemWords, peerPlace, quote } from './problem-words.ts'

/** TLS: the engine's certificate, ours, and the handshake. Switching the verification off is never advised. */
export const tlsWords = {
  'tls-server-self-signed': {
    title: "The server's certificate vouches for itself",
    message: (facts) =>
      `${peerPlace(facts, 'The server')} shows a certificate that it signed itself, so it could be anybody's.`,
    advice: 'Compare its fingerprint on the server, or use the certificate authority that the engine was set up with.',
  },
  'tls-server-unknown-ca': {
    title: "Nobody known vouches for the server's certificate",
    message: (facts) =>
      `${peerPlace(facts, 'The server')} shows a certificate of an authority that is not trusted here.`,
    advice: 'Give the ca.pem that belongs to this engine. If it was set up anew, the old one does not fit any more.',
  },
  'tls-server-expired': {
    title: "The server's certificate has expired",
    message: (facts) =>
      `The certificate of ${peerPlace(facts, 'the server')}, or of the authority behind it, has expired.`,
    advice: "Renew the certificate on the server, after a look at this machine's clock.",
  },
  'tls-server-not-yet-valid': {
    title: "The server's certificate is not valid yet",
    message: (facts) =>
      `The certificate of ${peerPlace(facts, 'the server')} begins in the future, by this machine's clock.`,
    advice: 'Check the clock of this machine first, then the one of the server that made the certificate.',
  },
  'tls-server-invalid': {
    title: "The server's certificate is not fit for this",
    message: (facts) =>
      `The certificate of ${peerPlace(facts, 'the server')} is not fit for a server.${quote(facts, 'The check says')}`,
    advice: 'Make a new certificate for the server, with the purpose serverAuth.',
  },
  'tls-name-mismatch': {
    title: "The server's certificate names another server",
    message: (facts) =>
      `The certificate that ${peerPlace(facts, 'the server')} shows is not for that name.${quote(facts, 'The check says')}`,
    advice: 'Use the name that the certificate has, or make one that lists this name or address (subjectAltName).',
  },
  'tls-weak': {
    title: "The server's keys are too weak",
    message: (facts) =>
      `${peerPlace(facts, 'The server')} uses a key or a signature that is too weak to be trusted.${quote(facts, 'The check says')}`,
    advice: 'Make a new certificate on the server: RSA with 2048 bits or more, or ECDSA, signed with SHA-256.',
  },
  'tls-protocol-version': {
    title: 'The server speaks no common TLS version',
    message: (facts) => `${peerPlace(facts, 'The server')} and Gangway have no TLS version in common.`,
    advice: 'Update the engine, or the proxy before it: TLS 1.2 or newer is needed.',
  },
  'tls-handshake-failed': {
    title: 'The TLS handshake failed',
    message: (facts) =>
      `${peerPlace(facts, 'The server')} and Gangway could not agree on a secure connection.${quote(facts, 'The check says')}`,
    advice: 'The server may want a client certificate, or ciphers that are not safe any more. Its log says which.',
  },
  'tls-client-cert-required': {
    title: 'The server wants a client certificate',
    message: (facts) =>
      `${peerPlace(facts, 'The server')} takes only clients that show a certificate it trusts; it got none, or one that it does not trust.`,
    advice: 'Give the cert.pem and key.pem that were made for this engine, and check that they have not expired.',
  },
  'tls-client-cert-rejected': {
    title: 'The server refuses the client certificate',
    message: (facts) =>
      `${peerPlace(facts, 'The server')} does not accept the certificate that it was shown.${quote(facts, 'It says')}`,
    advice:
      "Check that the certificate is of this engine's authority, has not expired, and is meant for clients (clientAuth).",
  },
  'tls-client-material-invalid': {
    title: 'The client certificate or its key cannot be used',
    message: (facts) => `The certificate and the key cannot be used together.${quote(facts, 'The check says')}`,
    advice: 'Check that both files are PEM, that the key belongs to the certificate, and that it is not too weak.',
  },
  'tls-client-material-unreadable': {
    title: 'A certificate or key file cannot be read',
    message: (facts) =>
      `${fact(facts, 'path', 'A file of the client certificate')} cannot be read (${fact(facts, 'code', 'unknown error')}).`,
    advice: 'Check that the file is there, and that this account may read it.',
  },
  'tls-key-encrypted': {
    title: 'The client key needs a passphrase',
    message: () => 'The key of the client certificate is encrypted, and the passphrase is missing or wrong.',
    advice: 'Give the passphrase, or a key without one that only this account may read.',
  },
  'tls-to-plaintext': {
    title: 'The server does not speak TLS on this port',
    message: (facts) => `${peerPlace(facts, 'The server')} answers, but not with TLS.`,
    advice:
      'Check the port: engines use 2376 with TLS, 2375 without. An engine without TLS is open to whoever reaches it.',
  },
  'plaintext-to-tls': {
    title: 'The server wants TLS on this port',
    message: (facts) => `${peerPlace(facts, 'The server')} speaks TLS, and was called without it.`,
    advice: 'Use https for this address, with the certificates that were made for this engine.',
  },
} satisfies Partial<Record<ProblemCode, ProblemWords>>
