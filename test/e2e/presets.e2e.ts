import { expect } from '@playwright/test'
import { build } from 'esbuild'
import { forbid } from '../support/forbidden.ts'
import { PLAYED, type Played } from '../support/preset-stand-ins.ts'
import { SDK_PAGE, SETTINGS } from '../support/sdk-page.ts'
import { servePreset, storedIn } from '../support/serve-preset.ts'
import { test, type Visitor } from '../support/visitor.ts'

const open = (
  visitor: Visitor,
  way: string,
  preset: string,
  { options, file, search = '' }: Pick<Played, 'options' | 'file' | 'search'>,
) => {
  const row = JSON.stringify({ preset, category: 'support', ...options })
  visitor.serves(
    way === 'npm'
      ? {
          way,
          categories: `{ support: { services: [
            (await import('@spaceone/consent/services')).${preset}(${JSON.stringify(options)}),
          ] } }`,
        }
      : { head: `<script src="/consent/${file}"></script>`, options: `{ services: [${row}] }` },
  )
  return visitor.goes(SDK_PAGE + search)
}

for (const way of ['script tag', 'npm'])
  for (const [preset, played] of Object.entries(PLAYED)) {
    // Both ways in start the same functions.
    const tag = way === 'npm' ? '@full' : []

    test(`${way}: ${preset} requests and stores nothing before the grant, runs once after it, and is silent and swept after the withdrawal`, {
      tag,
    }, async ({ visitor, page }) => {
      const requested = await servePreset(page, played)
      await open(visitor, way, preset, played)
      await visitor.settles()
      forbid(`requests of ${preset}`, requested)
      expect(await storedIn(page)).toEqual([])

      await visitor.accepts()
      await expect.poll(() => storedIn(page)).toEqual(expect.arrayContaining([...played.stored]))
      await visitor.settles()
      const scripts = () => requested.filter(address => played.script(new URL(address).pathname))
      expect(new Set(scripts()).size).toBe(scripts().length)
      const before = scripts().length
      const visits = () => requested.filter(address => played.visit?.test(address)).length
      const each = played.visit ? 1 : 0
      await expect.poll(visits).toBe(each)

      await page.evaluate(() => window.spaceoneConsent.withdraw('support'))
      if (played.call) await page.evaluate(played.call)
      const sent = requested.length
      await page.waitForTimeout(1500)
      forbid(`requests of ${preset} after the withdrawal`, requested.slice(sent))
      expect(await storedIn(page)).toEqual([])

      await page.evaluate(() => window.spaceoneConsent.decide({ support: true }))
      const again = [...(played.storedAgain ?? played.stored)]
      await expect.poll(() => storedIn(page)).toEqual(expect.arrayContaining(again))
      await visitor.settles()
      expect(visits()).toBe(2 * each)
      expect(scripts()).toHaveLength(before)
      expect(visitor.faults).toEqual([])
    })

    test(`${way}: ${preset} starts nothing if the visitor withdraws while its script is loaded`, {
      tag,
    }, async ({ visitor, page }) => {
      const requested = await servePreset(page, played)
      let release = () => {}
      const isReleased = new Promise<void>(resolve => {
        release = resolve
      })
      const held: string[] = []
      await page.route(played.hosts, async route => {
        held.push(route.request().url())
        await isReleased
        await route.fallback()
      })
      await open(visitor, way, preset, played)
      await visitor.accepts()
      await expect.poll(() => held.length).toBe(1)
      await page.evaluate(() => window.spaceoneConsent.withdraw('support'))
      release()
      await visitor.settles()
      forbid('requests after the first script', held.slice(1))
      expect(await storedIn(page)).toEqual([])

      await page.evaluate(() => window.spaceoneConsent.decide({ support: true }))
      await expect.poll(() => storedIn(page)).toEqual(expect.arrayContaining([...played.stored]))
      const scripts = requested.filter(address => played.script(new URL(address).pathname))
      // The first script twice: its first download was ended.
      expect(scripts.slice(1)).toEqual([...new Set(scripts.slice(1))])
    })
  }

for (const way of ['script tag', 'npm'])
  for (const [preset, file, src] of [
    ['youtube', 'preset-yt.js', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'],
    ['vimeo', 'preset-vm.js', 'https://player.vimeo.com/video/27246366?dnt=1'],
  ] as const)
    test(`${way}: ${preset} blocks an iframe, loads it once after the grant, and empties it after the withdrawal`, async ({
      visitor,
      page,
    }) => {
      const requested: string[] = []
      await page.route(new RegExp(new URL(src).host.replaceAll('.', '\\.')), route => {
        requested.push(route.request().url())
        return route.fulfill({ contentType: 'text/html', body: '<title>Player</title>' })
      })
      await open(visitor, way, preset, { options: {}, file })
      await page.evaluate(address => {
        const frame = document.createElement('iframe')
        frame.src = address
        document.body.append(frame)
      }, src)
      await visitor.settles()
      forbid(`requests of ${preset}`, requested)

      const isShown = () => page.frames().some(frame => frame.url() === src)
      await page.evaluate(() => window.spaceoneConsent.decide({ support: true }))
      await expect.poll(isShown).toBe(true)
      expect(requested).toEqual([src])

      await page.evaluate(() => window.spaceoneConsent.withdraw('support'))
      await expect.poll(isShown).toBe(false)
      await visitor.settles()
      expect(requested).toEqual([src])
      expect(visitor.faults).toEqual([])
    })

/** Sentry's own code, as sites bundle it. */
const bundleSentry = async () => {
  const { outputFiles } = await build({
    stdin: { contents: "export * from '@sentry/browser'", resolveDir: import.meta.dirname },
    ...{ bundle: true, write: false, format: 'iife', globalName: 'Sentry', minify: true },
  })
  return outputFiles[0]?.text ?? ''
}

for (const way of ['script tag', 'npm'])
  test(`${way}: Sentry records nothing before the grant, sends nothing of a recording that is withdrawn, and records after a new grant`, {
    tag: way === 'npm' ? '@full' : [],
  }, async ({ visitor, page }) => {
    test.slow()
    const code = await bundleSentry()
    await page.route('**/sentry.js', route =>
      route.fulfill({ contentType: 'text/javascript', body: code }),
    )
    const recorded: string[] = []
    await page.route('**/reports', route => {
      recorded.push(route.request().url())
      return route.fulfill({ status: 200, body: '{}' })
    })
    const sentry = `<script src="/sentry.js"></script>
      <script>Sentry.init({
        dsn: 'https://key@www.spaceone.test/1', tunnel: '/reports',
        // Without its other parts, Sentry sends nothing but recordings.
        defaultIntegrations: false, integrations: [Sentry.replayIntegration()],
      })</script>`
    const options = 'getReplay: () => Sentry.getReplay()'
    await visitor.opens(
      way === 'npm'
        ? {
            way,
            head: sentry,
            body: SETTINGS,
            categories: `{ support: { services: [
              (await import('@spaceone/consent/services')).sentryReplay({ ${options} }),
            ] } }`,
          }
        : {
            body: SETTINGS,
            head: `${sentry}<script src="/consent/preset-sr.js"></script>`,
            options: `{ services: [{ preset: 'sentryReplay', category: 'support', ${options} }] }`,
          },
    )
    await visitor.settles()
    expect(await storedIn(page)).toEqual([])

    await visitor.accepts()
    await expect.poll(() => storedIn(page)).toEqual(['sentryReplaySession'])
    await page.mouse.click(5, 5)
    await page.evaluate(() => window.spaceoneConsent.withdraw('support'))
    // Sentry sends a recording some five seconds after an event.
    await page.waitForTimeout(7000)
    forbid('recordings', recorded)
    expect(await storedIn(page)).toEqual([])

    await page.evaluate(() => window.spaceoneConsent.decide({ support: true }))
    await expect.poll(() => storedIn(page)).toEqual(['sentryReplaySession'])
    await page.mouse.click(5, 5)
    await expect.poll(() => recorded.length).toBeGreaterThan(0)
    expect(visitor.faults).toEqual([])
  })

for (const way of ['script tag', 'npm'])
  test(`${way}: a sign-in runs without an answer, and visitors read of its cookies`, async ({
    visitor,
    page,
  }) => {
    const row = "cookies: [{ name: 'sid', seconds: 'session' }]"
    await visitor.opens(
      way === 'npm'
        ? {
            way,
            body: SETTINGS,
            services: `[(await import('@spaceone/consent/services')).session({ ${row} })]`,
          }
        : {
            body: SETTINGS,
            head: '<script src="/consent/preset-si.js"></script>',
            options: `{ services: [{ preset: 'session', ${row} }] }`,
          },
    )
    await page.evaluate(() => {
      document.cookie = 'sid=1;path=/'
    })
    await visitor.rejects()
    expect(await storedIn(page)).toEqual(['sid'])
    await visitor.opensSettings()
    await visitor.preferences.getByText('Data and cookies').first().click()
    await expect(visitor.preferences).toContainText(
      'sidCookie of this siteRecognizes the account that is signed inUntil the browser is closedThis site',
    )
    expect(visitor.faults).toEqual([])
  })

test('a preset whose file is missing, or whose name is none, blocks its category alone, with a sentence', async ({
  visitor,
}) => {
  await visitor.opens({
    options: "{ services: [{ preset: 'clarty', id: 't7oy6y6059', category: 'support' }] }",
  })
  await visitor.accepts()
  expect(await visitor.isGranted('support')).toBe(false)
  expect(await visitor.isGranted('analytics')).toBe(true)
  expect([...visitor.warnings].sort()).toEqual([
    expect.stringContaining('Service "clarty" could not start'),
    expect.stringContaining('The file of the preset "clarty" is not loaded. Did you mean clarity?'),
  ])
})

test('an id of another vendor blocks everything, with a sentence', async ({ visitor }) => {
  await visitor.opens({
    head: '<script src="/consent/preset-cl.js"></script>',
    options: "{ services: [{ preset: 'clarity', id: 'G-1A2B3C4', category: 'support' }] }",
  })
  await visitor.settles()
  expect((await visitor.state()).status).toBe('restricted')
  expect(visitor.warnings).toEqual([
    expect.stringContaining('The id of Microsoft Clarity is "G-1A2B3C4"'),
  ])
})
