import { setTimeout as sleep } from 'node:timers/promises'
import { DAY_MS, dayOf } from '../src/day.ts'
import { openLog } from '../src/log/open-log.ts'
import { TOKEN } from '../test/samples.ts'
import { type Filled, fillLog } from './fill-log.ts'
import { startServer, stopServer } from './start-server.ts'

const PORT = 4394
const SCREEN = `http://127.0.0.1:${PORT}/screen/en`

/** How often each page is requested. */
const TIMES = 5

/** The longest that a page may take, in milliseconds. */
const LIMIT = 1000

/** Returns the addresses of the pages that are measured, relative to the screen. */
const pagesOf = ({ receipt, version, notice }: Filled): readonly string[] => {
  const day = (age: number) => dayOf(Date.now() - age * DAY_MS)
  const years = `from=${day(3649)}&to=${day(0)}`
  return [
    ...['', 'days', `days?from=${day(1)}`, `days?${years}`, `days?${years}&by=language`],
    ...['versions', `version?version=${version}`, `receipt?id=${receipt}`, `notice?hash=${notice}`],
    ...['chain', `export?from=${day(1)}&format=csv`, `export?from=${day(1)}&format=lines`],
  ]
}

/**
 * Fills a log, and prints for each page of the screen the longest of several requests: while the
 * server verifies the chain, as it does when it starts, and when nothing else is done.
 */
export const measurePages = async (
  name: string,
  database: string,
  entries: number,
): Promise<void> => {
  const began = performance.now()
  const log = await openLog(database)
  const filled = await fillLog(log, entries)
  await log.close()
  console.log(`${name}: filled in ${((performance.now() - began) / 1000).toFixed(0)} s`)

  const server = await startServer(database, PORT, { SCREEN_TOKEN: TOKEN })
  try {
    const started = performance.now()
    const headers = { Cookie: await signIn() }
    const isVerified = async () =>
      (await textOf(`${SCREEN}/chain`, headers)).includes('<button>Verify')
    const pages = pagesOf(filled)
    const busy = await longestOf(pages, headers)
    while (!(await isVerified())) await sleep(200)
    const verified = ((performance.now() - started) / 1000).toFixed(0)
    const quiet = await longestOf(pages, headers)
    for (const [index, page] of pages.entries()) {
      const [during, after] = [busy[index] ?? 0, quiet[index] ?? 0]
      const mark = after > LIMIT ? '  slower than a second' : ''
      console.log(
        `  /${page.padEnd(46)} ${after.toFixed(0)} ms; ${during.toFixed(0)} ms during the verification${mark}`,
      )
    }
    console.log(`  verified in ${verified} s, beside these requests`)
  } finally {
    await stopServer(server)
  }
}

/** Signs in, and returns the cookie. */
const signIn = async (): Promise<string> => {
  const answer = await fetch(`${SCREEN}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: new URL(SCREEN).origin },
    body: new URLSearchParams({ token: TOKEN }),
  })
  const [cookie = ''] = answer.headers.getSetCookie()
  if (answer.status !== 303 || !cookie) throw new Error(`The sign-in answered ${answer.status}.`)
  return cookie.split(';')[0] ?? ''
}

/** Requests a page to its last byte. Rejects if the response is another than 200. */
const textOf = async (url: string, headers: Readonly<Record<string, string>>): Promise<string> => {
  const answer = await fetch(url, { headers })
  const text = await answer.text()
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}: ${text}`)
  return text
}

/** Returns the longest time of the requests of each page, in milliseconds. */
const longestOf = async (
  pages: readonly string[],
  headers: Readonly<Record<string, string>>,
): Promise<readonly number[]> => {
  const longest: number[] = []
  for (const page of pages) {
    let time = 0
    for (let turn = 0; turn < TIMES; turn += 1) {
      const sent = performance.now()
      await textOf(`${SCREEN}/${page}`, headers)
      time = Math.max(time, performance.now() - sent)
    }
    longest.push(time)
  }
  return longest
}
