import formbody from '@fastify/formbody'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { formattersOf } from '../../../../packages/audit/src/report/html/format.ts'
import { html } from '../../../../packages/audit/src/report/html/markup.ts'
import { fill } from '../../../../packages/audit/src/report/words/words-of.ts'
import { httpError } from '../http-error.ts'
import { footPart } from './chain-state.ts'
import { csvOf, linesOf } from './export-range.ts'
import { type Context, frameOf, type Page, type Query, type Site } from './page.ts'
import { auditFileOf, reportOf } from './pages/audit.ts'
import { chainPage, fieldsIn, noteLink } from './pages/chain.ts'
import { daysPage } from './pages/days.ts'
import { noticePage } from './pages/notice.ts'
import { overviewPage } from './pages/overview.ts'
import { receiptPage } from './pages/receipt.ts'
import { versionPage } from './pages/version.ts'
import { versionsPage } from './pages/versions.ts'
import { rangeIn } from './range.ts'
import { isOwnForm, prepareSessions } from './session.ts'
import { POLICY, REPORT_POLICY } from './style.ts'
import { LANGUAGES, type Language, wordsOf } from './words/words-of.ts'

/** How often one network address may try to sign in. */
const TRIES = { max: 10, timeWindow: '1 minute' }

type DrawPage = (context: Context, query: Query) => Promise<Page>

const PAGES: Readonly<Record<string, DrawPage>> = {
  '': overviewPage,
  receipt: receiptPage,
  days: daysPage,
  versions: versionsPage,
  version: versionPage,
  notice: noticePage,
  chain: chainPage,
}

/**
 * Adds the screen below `/screen`, in each language. Without a sign-in each of its routes answers
 * with 401 and the form.
 *
 * @param token The token with which officers sign in. `undefined` answers 404.
 */
export const addScreen = (app: FastifyInstance, site: Site, token: string | undefined): void => {
  if (token === undefined) {
    const refuse = async () => {
      throw httpError(404, 'no SCREEN_TOKEN is set')
    }
    for (const url of ['/screen', '/screen/*']) app.all(url, { onRequest: refuse }, refuse)
    return
  }
  app.register(async routes => {
    await routes.register(formbody, { bodyLimit: 4096 })
    const sessions = await prepareSessions(routes, token)
    routes.addHook('onRequest', async (_, reply) => {
      reply.header('Content-Security-Policy', POLICY).header('Referrer-Policy', 'no-referrer')
    })

    for (const [path, prefix] of [
      ['/screen', 'screen/'],
      ['/screen/', ''],
    ] as const)
      routes.get(path, async (request, reply) => {
        const language = preferredLanguage(request.headers['accept-language'])
        const { signIn } = wordsOf(language)
        return reply
          .code(401)
          .header('Refresh', `0; url=${prefix}${language}/`)
          .type('text/html; charset=utf-8')
          .send(html`<!doctype html><a href="${prefix}${language}/">${signIn.heading}</a>`.html)
      })
    for (const language of LANGUAGES)
      await routes.register(async own => addPages(own, site, language, sessions), {
        prefix: `/screen/${language}`,
      })
  })
}

/** Returns the first language of a header `Accept-Language` that the screen has. @default English */
const preferredLanguage = (header = ''): Language => {
  const wanted = header.split(',').map(part => part.trim().slice(0, 2).toLowerCase())
  return (
    LANGUAGES.find(one => one === wanted.find(tag => LANGUAGES.includes(tag as Language))) ?? 'en'
  )
}

/** Returns an address with a query. Values that are empty are left out. */
const addressWith = (path: string, query: Query): string => {
  const values = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []))
  return values.length ? `${path}?${new URLSearchParams(values)}` : path
}

/** Returns an address if it is a page of the folder: any other could lead to another site. */
const ownPage = (to: string): string => (/^[a-z-]+(\?[\w=&%.:~+*-]*)?$/.test(to) ? to : './')

/** Adds the routes of one language. */
const addPages = (
  routes: FastifyInstance,
  site: Site,
  language: Language,
  sessions: Awaited<ReturnType<typeof prepareSessions>>,
) => {
  const words = wordsOf(language)
  const context: Context = { ...site, language, words, format: formattersOf(language) }

  /** The address of a request, relative to the folder of the language. */
  const addressOf = ({ url }: FastifyRequest) => url.slice(`/screen/${language}/`.length)
  const send = async (
    request: FastifyRequest,
    reply: FastifyReply,
    page: Page,
    isSignedIn = true,
  ) => {
    // A page about a database that fails must not read it.
    const hasFoot = isSignedIn && (page.status ?? 200) < 400
    const foot = hasFoot ? await footPart(context) : undefined
    if (page.refresh !== undefined) reply.header('Refresh', page.refresh)
    return reply
      .code(page.status ?? 200)
      .type('text/html; charset=utf-8')
      .send(
        frameOf(context, page, {
          address: request.method === 'GET' ? addressOf(request) : '',
          ...{ isSignedIn, foot },
        }),
      )
  }
  /** Answers a form: the browser opens a page, so that Back, and a second load, send nothing. */
  const goTo = (reply: FastifyReply, path: string, query: Query = {}) =>
    reply.redirect(addressWith(path, query), 303)
  const faultPage = (status: number, text: string): Page => ({
    ...{ heading: words.faults.heading, status },
    content: html`<p class="what">${text}</p>`,
  })
  const signInPage = (to: string, said?: string, status = 401): Page => ({
    ...{ heading: words.signIn.heading, status },
    content: html`${said !== undefined && html`<p class="warning" role="alert">${said}</p>`}
<form class="sign-in" method="post" action="sign-in"><input type="hidden" name="to" value="${to}"><label>${words.signIn.token}<input type="password" name="token" required autofocus autocomplete="current-password"></label><button>${words.signIn.button}</button></form>`,
  })

  routes.setErrorHandler<FastifyError>((error, request, reply) => {
    const { statusCode = 500, code, name, message } = error
    if (statusCode === 429)
      return send(request, reply, signInPage('', words.signIn.slow, 429), false)
    if (statusCode < 500) {
      const text =
        statusCode === 403 ? words.faults.forged : fill(words.faults.other, { reason: message })
      return send(request, reply, faultPage(statusCode, text), sessions.isSignedIn(request))
    }
    // A database's message may quote what it stores.
    request.log.error({ code, name, stack: error.stack?.match(/^ +at .*/gm) })
    reply.header('Retry-After', '30')
    return send(request, reply, faultPage(503, words.faults.database), true)
  })

  routes.addHook('preHandler', async (request, reply) => {
    if (request.method === 'POST' && !isOwnForm(request)) throw httpError(403, 'forged')
    if (request.routeOptions.url?.endsWith('/sign-in') || sessions.isSignedIn(request)) return
    const isForm = request.method === 'POST'
    const to = isForm ? backOf(request) : addressOf(request)
    return send(request, reply, signInPage(to, isForm ? words.signIn.ended : undefined), false)
  })

  /** Returns the page to open after the sign-in that a form needs, with what the form had. */
  const backOf = ({ routeOptions, body }: FastifyRequest): string => {
    const name = routeOptions.url?.split('/').at(-1)
    if (name === 'note') return addressWith('chain', fieldsIn((body ?? {}) as Query))
    return name === 'verify' ? 'chain' : ''
  }
  routes.get<{ Querystring: Query }>('/sign-in', async (request, reply) => {
    const { to = '', said = '' } = request.query
    if (sessions.isSignedIn(request)) return reply.redirect(ownPage(to), 303)
    return send(
      request,
      reply,
      signInPage(to, said === 'out' ? words.signIn.out : undefined),
      false,
    )
  })
  for (const [path, draw] of Object.entries(PAGES))
    routes.get<{ Querystring: Query }>(`/${path}`, async (request, reply) =>
      send(request, reply, await draw(context, request.query)),
    )
  routes.get<{ Querystring: Query }>('/export', async ({ query }, reply) => {
    const range = rangeIn(query, Date.now())
    const isCsv = query['format'] !== 'lines'
    const name = `receipts-${range.from}-${range.to}.${isCsv ? 'csv' : 'ndjson'}`
    return reply
      .header('Content-Disposition', `attachment; filename="${name}"`)
      .type(isCsv ? 'text/csv; charset=utf-8' : 'application/x-ndjson')
      .send((isCsv ? csvOf : linesOf)(site.log, range))
  })
  const auditRoute =
    (answer: (file: Uint8Array, reply: FastifyReply, entry: string) => unknown) =>
    async (request: FastifyRequest<{ Querystring: Query }>, reply: FastifyReply) => {
      const file = await auditFileOf(context, request.query)
      if (!file) return send(request, reply, faultPage(404, words.audits.missing))
      return answer(file, reply, `${request.query['entry']}`)
    }
  routes.get<{ Querystring: Query }>(
    '/audit',
    auditRoute((file, reply) =>
      reply
        .header('Content-Security-Policy', REPORT_POLICY)
        .type('text/html; charset=utf-8')
        .send(reportOf(context, file)),
    ),
  )
  routes.get<{ Querystring: Query }>(
    '/audit-file',
    auditRoute((file, reply, entry) =>
      reply
        .header('Content-Disposition', `attachment; filename="consent-audit-${entry}.zip"`)
        .type('application/zip')
        .send(Buffer.from(file)),
    ),
  )

  routes.post<{ Body: Query }>(
    '/sign-in',
    { config: { rateLimit: TRIES } },
    async (request, reply) => {
      const { token = '', to = '' } = request.body ?? {}
      if (!(await sessions.signIn(request, reply, token)))
        return send(request, reply, signInPage(to, words.signIn.wrong), false)
      return reply.redirect(ownPage(to), 303)
    },
  )
  routes.post('/sign-out', async (request, reply) => {
    sessions.signOut(request, reply)
    return goTo(reply, 'sign-in', { said: 'out' })
  })
  routes.post('/verify', async (_, reply) => {
    void site.checks.run()
    return goTo(reply, 'chain')
  })
  routes.post<{ Body: Query }>('/note', async (request, reply) => {
    const query = await noteLink(site.log, request.body ?? {})
    if (query['said'] === 'other')
      request.log.warn('the chain has not the link that an officer keeps')
    return goTo(reply, 'chain', query)
  })
}
