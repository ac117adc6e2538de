import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { playPages } from '../src/audit.ts'
import { startWatchedBrowser } from '../src/watch/watch-browser.ts'
import { page, script, siteOf } from './support/pages.ts'
import { BROWSER, failuresOf, SHOP, verdictOn } from './support/play.ts'
import { serveWorld } from './support/serve-world.ts'

/** Returns a script that runs code at the grant, and other code at the withdrawal after it. */
const onAnswers = (granted: string, withdrawn: string): string =>
  script(`{
    let before = false
    setInterval(() => {
      const now = window.spaceoneConsent?.isGranted?.('analytics') === true
      if (now && !before) { ${granted} }
      if (!now && before) { ${withdrawn} }
      before = now
    }, 20)
  }`)

/** A frame of the page in which the SDK does not run, so that its scripts can set each cookie. */
const FRAME = '<iframe src="/frame"></iframe>'
const SET = `frames[0].document.cookie = '_gcl_au=1; path=/'`

const sweep = (name: string) => `document.cookie = '${name}=; path=/; max-age=0'`
const SWEEP = `frames[0].${sweep('_gcl_au')}`

const withFrame = (body: string) => ({
  ...siteOf(page({ body: `${FRAME}${body}` })),
  '/frame': '<!doctype html>',
})

test('a cookie that an answer sets again after the withdrawal fails, though the next page deletes it', async () => {
  const set = `frames[0].fetch('/again')`
  const again = onAnswers(set, `setInterval(() => ${set}, 700)`)
  const verdict = await verdictOn(
    {
      ...withFrame(again),
      '/two': page({ first: script(sweep('_gid')) }),
      '/again': (_, response) => response.setHeader('Set-Cookie', '_gid=1; Path=/').end(),
    },
    { phases: ['withdraw'] },
  )
  expect(verdict.seen.pages[0]?.phases[0]?.cookiesLeft.map(({ name }) => name)).not.toContain(
    '_gid',
  )
  expect(failuresOf(verdict)).toContain('nothing-stored-after-withdrawal: _gid')
})

test('a cookie that stays until the site deletes it a moment after the withdrawal does not fail', {
  tags: 'full',
}, async () => {
  const body = onAnswers(SET, `setTimeout(() => { ${SWEEP} }, 500)`)
  const verdict = await verdictOn(withFrame(body), { phases: ['withdraw'] })
  const found = verdict.seen.pages[0]?.phases[0]?.cookies.filter(({ name }) => name === '_gcl_au')
  expect(found?.map(({ answer }) => answer)).toEqual(['accepted'])
  expect(failuresOf(verdict)).not.toContain('nothing-stored-after-withdrawal: _gcl_au')
})

test('a cookie that was deleted and is there again after the withdrawal fails', {
  tags: 'full',
}, async () => {
  const body = onAnswers(SET, `${SWEEP}; setTimeout(() => { ${SET} }, 700)`)
  const verdict = await verdictOn(
    { ...withFrame(body), '/two': page({ first: script(sweep('_gcl_au')) }) },
    { phases: ['withdraw'] },
  )
  expect(failuresOf(verdict)).toContain('nothing-stored-after-withdrawal: _gcl_au')
})

test('a request has its status, its type, its duration and the names of its cookies, a script its hash', {
  tags: 'full',
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'state-'))
  const storageState = join(folder, 'state.json')
  const stored = { domain: 'shop.example', path: '/', expires: -1, secure: false, value: '7' }
  const cookie = { ...stored, name: 'session', httpOnly: true, sameSite: 'Lax' }
  const cookies = [cookie, { ...cookie, name: '_ga', httpOnly: false }]
  await writeFile(storageState, JSON.stringify({ cookies, origins: [] }))
  const code = '/* ✓ */ var shop = 1'
  const world = await serveWorld({
    'shop.example': {
      ...siteOf(
        page({ banner: '', body: '<script src="/moved.js"></script><img src="/none.png">' }),
      ),
      '/moved.js': (_, response) => response.writeHead(302, { Location: '/shop.js' }).end(),
      '/shop.js': code,
    },
  })
  const browser = await startWatchedBrowser({ ...BROWSER, storageState }, world.connect)
  const options = { urls: [SHOP], phases: ['no-choice'] as const, wait: 300 }
  const seen = await playPages(async () => browser, options)
  await browser.close()
  await world.close()
  await rm(folder, { recursive: true })

  const phase = seen.pages[0]?.phases[0]
  const requestOf = (path: string) => phase?.requests.find(({ url }) => url.endsWith(path))
  expect(requestOf('/')).toMatchObject({ status: 200, mimeType: 'text/html' })
  expect(requestOf('/')?.cookiesSent?.toSorted()).toEqual(['_ga', 'session'])
  expect(requestOf('/moved.js')).toMatchObject({ status: 302 })
  expect(requestOf('/shop.js')).toMatchObject({ status: 200, mimeType: 'text/javascript' })
  expect(requestOf('/shop.js')?.duration).toBeGreaterThanOrEqual(0)
  expect(requestOf('/none.png')).toMatchObject({ status: 404 })
  const sha256 = createHash('sha256').update(code).digest('hex')
  expect(phase?.scripts).toEqual([{ url: `${SHOP}shop.js`, sha256 }])
  // The page has not set the cookies that the profile had before the visit.
  expect(phase?.cookies).toEqual([])
  expect(phase?.cookiesLeft.map(({ name }) => name).sort()).toEqual(['_ga', 'session'])
})
