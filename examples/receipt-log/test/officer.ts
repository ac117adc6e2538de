import type { FastifyInstance } from 'fastify'
import { expect } from 'vitest'

/** The token of the screen. */
export const SCREEN_TOKEN = 'a-screen-token-of-more-than-32-characters'

/** A browser of an officer that has signed in. */
export interface Officer {
  /** Opens a page. The address is relative to `/screen/en/`. Returns its status and HTML. */
  open(address: string): Promise<{ readonly status: number; readonly page: string }>
  /** Sends a form of a page. Returns the status, and the address to which the answer leads. */
  post(
    address: string,
    fields?: Readonly<Record<string, string>>,
  ): Promise<{ readonly statusCode: number; readonly location: string }>
  /** Sends a form of a page. Returns the status. */
  send(address: string, fields?: Readonly<Record<string, string>>): Promise<number>
  readonly cookie: string
  /** The address to which the sign-in has led. */
  readonly location: string
}

/**
 * Signs in as the form on the page does.
 *
 * @param to The page to open after the sign-in. @default the overview
 */
export const signIn = async (app: FastifyInstance, language = 'en', to = ''): Promise<Officer> => {
  const folder = `/screen/${language}/`
  const post = (address: string, fields: Readonly<Record<string, string>>, cookie = '') =>
    app.inject({
      ...{ method: 'POST', url: folder + address, payload: new URLSearchParams(fields).toString() },
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        cookie,
      },
    })
  const answer = await post('sign-in', { token: SCREEN_TOKEN, to })
  expect(answer.statusCode).toBe(303)
  const [cookie = ''] = `${answer.headers['set-cookie']}`.split(';')
  return {
    ...{ cookie, location: `${answer.headers.location}` },
    async open(address) {
      const { statusCode, body } = await app.inject({ url: folder + address, headers: { cookie } })
      return { status: statusCode, page: body }
    },
    async post(address, fields = {}) {
      const { statusCode, headers } = await post(address, fields, cookie)
      return { statusCode, location: `${headers.location}` }
    },
    send: async (address, fields = {}) => (await post(address, fields, cookie)).statusCode,
  }
}

/** Returns the text of a page, without its styles and the names that only narrow screens show. */
export const textOf = (page: string): string =>
  page
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<span class="label".*?<\/span>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
