import cookie from '@fastify/cookie'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { knowsToken } from '../bearer.ts'

/** How long a sign-in lasts, in milliseconds. */
const LIFETIME = 8 * 60 * 60 * 1000

/** How long the response to a wrong token waits, in milliseconds. */
const PAUSE = 1000

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/

/** The sign-in of officers: a signed cookie with the time at which the sign-in ends. */
export interface Sessions {
  isSignedIn(request: FastifyRequest): boolean
  /** Sets the cookie if the token is right. A wrong token takes a second, and is logged. */
  signIn(request: FastifyRequest, reply: FastifyReply, token: string): Promise<boolean>
  signOut(request: FastifyRequest, reply: FastifyReply): void
}

/**
 * Prepares the sign-in with a token. The token also signs the cookies, so another token ends every
 * sign-in, and several servers accept the cookies of one another.
 */
export const prepareSessions = async (
  routes: FastifyInstance,
  token: string,
): Promise<Sessions> => {
  await routes.register(cookie, { secret: token })
  let failures = 0

  // A browser stores no cookie with `Secure` from http, and only some do from this machine.
  const isLocal = ({ hostname }: FastifyRequest) => LOOPBACK.test(hostname)
  const nameFor = (request: FastifyRequest) =>
    isLocal(request) ? 'receipt_log' : '__Host-receipt_log'
  const optionsFor = (request: FastifyRequest) => ({
    ...({ path: '/', httpOnly: true, sameSite: 'strict', signed: true } as const),
    secure: !isLocal(request),
  })

  return {
    isSignedIn(request) {
      const { valid, value } = request.unsignCookie(request.cookies[nameFor(request)] ?? '')
      return valid && Number(value) > Date.now()
    },
    async signIn(request, reply, given) {
      if (!knowsToken(`Bearer ${given}`, token)) {
        failures += 1
        request.log.warn({ failures }, 'a sign-in to the screen has failed')
        await new Promise(resolve => setTimeout(resolve, PAUSE))
        return false
      }
      const until = `${Date.now() + LIFETIME}`
      reply.setCookie(nameFor(request), until, { ...optionsFor(request), maxAge: LIFETIME / 1000 })
      return true
    },
    signOut(request, reply) {
      reply.clearCookie(nameFor(request), optionsFor(request))
    },
  }
}

/**
 * Says whether a form was sent by a page of this server. The cookie has `SameSite=Strict`, but the
 * site may have other pages on the same domain.
 */
export const isOwnForm = ({ headers, host }: FastifyRequest): boolean => {
  const from = headers['sec-fetch-site']
  return from === undefined
    ? [`https://${host}`, `http://${host}`].includes(`${headers.origin}`)
    : from === 'same-origin'
}
