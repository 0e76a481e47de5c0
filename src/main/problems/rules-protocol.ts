import type { ProblemContext } from './problem-context.ts'
import type { Rule } from './rule.ts'

const tcp: ProblemContext = { transport: 'tcp' }

/** A TLS record starts with its type (20 to 23; 21 is an alert) and major version 3: a TLS server's answer to plain HTTP. */
function isTlsRecord(packet: string): boolean {
  const type = packet.charCodeAt(0)
  return type >= 20 && type <= 23 && packet.charCodeAt(1) === 3
}

/** Bytes that are no HTTP, or HTTP that is no JSON. */
export const protocolRules: Rule[] = [
  {
    code: 'plaintext-to-tls',
    when: ({ code, packet }) => code.startsWith('HPE_') && isTlsRecord(packet),
    example: {
      thrown: {
        name: 'Error',
        message: 'Parse Error: Expected HTTP/, RTSP/ or ICE/',
        code: 'HPE_INVALID_CONSTANT',
        reason: 'Expected HTTP/, RTSP/ or ICE/',
        rawPacket: Uint8Array.of(0x15, 3, 1, 0, 2, 2, 70),
      },
      context: tcp,
    },
  },
  {
    code: 'wrong-protocol',
    when: ({ code }) => /^HPE_(INVALID_CONSTANT|INVALID_VERSION|INVALID_METHOD|PAUSED_H2_UPGRADE)$/.test(code),
    example: {
      thrown: {
        name: 'Error',
        message: 'Parse Error: Expected HTTP/, RTSP/ or ICE/',
        bytesParsed: 0,
        code: 'HPE_INVALID_CONSTANT',
        reason: 'Expected HTTP/, RTSP/ or ICE/',
        rawPacket: Uint8Array.from('SSH-2.0-OpenSSH_9.2p1\r\n', (letter) => letter.charCodeAt(0)),
      },
      context: tcp,
    },
  },
  {
    code: 'connection-lost-midbody',
    when: ({ code }) => code === 'HPE_INVALID_EOF_STATE',
    example: {
      thrown: {
        name: 'Error',
        message: 'Parse Error: Invalid EOF state',
        code: 'HPE_INVALID_EOF_STATE',
        reason: 'Invalid EOF state',
      },
      context: tcp,
    },
  },
  {
    code: 'garbled-reply',
    when: ({ code }) => code.startsWith('HPE_'),
    example: {
      thrown: {
        name: 'Error',
        message: 'Parse Error: Header overflow',
        bytesParsed: 16_384,
        code: 'HPE_HEADER_OVERFLOW',
        reason: 'Header overflow',
      },
      context: tcp,
    },
  },
  {
    code: 'garbled-reply',
    when: ({ name, message }) => name === 'SyntaxError' && message.includes('JSON'),
    example: {
      thrown: { name: 'SyntaxError', message: 'Unexpected token \'<\', "<html>" is not valid JSON' },
      context: tcp,
    },
  },
]
