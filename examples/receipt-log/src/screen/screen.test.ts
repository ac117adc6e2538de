import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { inventoryOf, noticesOf } from '@spaceone/consent/inventory'
import type { FastifyInstance } from 'fastify'
import { expect, test } from 'vitest'
import { createFolder, describeEach } from '../../test/databases.ts'
import { SCREEN_TOKEN, signIn, textOf } from '../../test/officer.ts'
import { DAY, giveEvent, NOW, submission, withdrawEvent } from '../../test/samples.ts'
import { NO_CHECKS, startApp } from '../../test/start-app.ts'
import { createApp } from '../app.ts'
import { readConfig } from '../config.ts'
import { dayOf } from '../day.ts'
import { hashOfNotice } from '../notice.ts'

const TODAY = dayOf(Date.now())

/** Returns every route of a server. fastify prints them as a tree, whose parts make up an address. */
const routesOf = (app: FastifyInstance) => {
  const parts: string[] = []
  return app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap(line => {
      const [, indent = '', part, methods] = /^([│ ]*)[├└]── (\S+) \((.*)\)$/.exec(line) ?? []
      if (!part || !methods) return []
      parts.splice(indent.length / 4, parts.length, part)
      return methods.split(', ').map(method => ({ url: parts.join(''), method }))
    })
}

/** A site with two versions of its policy, of which the second adds a service. */
const writeSite = async () => {
  const folder = createFolder()
  const service = (name: string) => ({
    ...{ name, recipients: { company: `${name} Inc.`, country: 'US' }, retention: 'not-stated' },
    ...{ addresses: [`${name.toLowerCase()}.example`], cookies: [{ name: `_${name}` }] },
  })
  const optionsOf = (version: string, ...names: readonly string[]) =>
    ({
      policy: { version, url: '/privacy' },
      categories: { analytics: {} },
      services: names.map(name => ({ ...service(name), category: 'analytics' })),
    }) as never
  const all = [optionsOf('2024-01-18', 'Counter'), optionsOf('2026-11-16', 'Counter', 'Chat')]
  const notices = Object.assign(
    {},
    ...(await Promise.all(all.map(one => noticesOf(one, { languages: ['en', 'ko'] })))),
  )
  const inventories = await Promise.all(all.map(one => inventoryOf(one)))
  writeFileSync(join(folder, 'notices.json'), JSON.stringify(notices))
  for (const [index, one] of inventories.entries())
    writeFileSync(join(folder, `inventory.${index}.json`), JSON.stringify(one))
  const hashIn = (language: string, version: string) =>
    Object.entries<{ text: string }>(notices).find(([, { text }]) => {
      const notice = JSON.parse(text)
      return notice.language === language && notice.version === version
    })?.[0] ?? ''
  return { notices: join(folder, 'notices.json'), inventories: folder, hashIn }
}

describeEach('with', createDatabase => {
  test("the five questions of an officer are answered, each on a page that the overview's form or link opens", async () => {
    const { notices, inventories, hashIn } = await writeSite()
    const config = { screenToken: SCREEN_TOKEN, notices, inventories }
    const { app, log, checks } = await startApp(config, (await createDatabase()).address)
    const h = hashIn('en', '2026-11-16')
    const record = { p: '2026-11-16', l: 'en', h }
    const give = giveEvent({ record: { ...record, c: { analytics: 1 }, m: 'accept', g: 1 } })
    const renewed = giveEvent({ record: { ...record, n: 2 } })
    const update = { ...renewed, type: 'update', ends: give.receipt } as const
    const withdraw = withdrawEvent(`${renewed.receipt}`)
    const early = giveEvent({ record: { h: hashIn('ko', '2024-01-18') } })
    await log.append([submission(early)], Date.now() - 40 * DAY * 1000)
    const later = { ...withdraw, record: { ...withdraw.record, ...record, s: 'preferences' } }
    await log.append(
      [give, update, later as never].map(one => submission(one)),
      Date.now(),
    )
    const texts = JSON.parse(readFileSync(notices, 'utf8'))
    await log.keepNotice(h, texts[h].text)
    const { open } = await signIn(app)

    // What was shown on a day?
    const day = await open(`days?from=${TODAY}`)
    expect(textOf(day.page)).toContain(`${h} English 2026-11-16 3 times, ${TODAY} `)
    expect(day.page).toContain(`href="notice?hash=${h}"`)
    const notice = textOf((await open(`notice?hash=${h}`)).page)
    expect(notice).toContain('Counter Inc.')
    expect(notice).toContain('Chat Inc.')

    // What did the visitor with this id decide, and what followed?
    const first = textOf((await open(`receipt?id=${give.receipt}`)).page)
    expect(first).toContain('usage statistics: Allowed')
    expect(first).toMatch(/All optional purposes refused since \d+ \w+ \d+ at \d\d:\d\d:\d\d UTC\./)
    expect(first).toContain('Global Privacy Control was on')
    expect(first).toContain('Everything accepted')
    expect(first).toContain('Changed or renewed')
    expect(first).toContain(`${renewed.receipt}`)
    const second = await open(`receipt?id=${renewed.receipt}`)
    expect(textOf(second.page)).toContain('Withdrawn')
    expect(textOf(second.page)).toContain('No signal')
    expect(second.page.match(/Valid until/g)).toHaveLength(1)
    expect(textOf((await open(`receipt?id=${'x'.repeat(22)}`)).page)).toContain(
      'The log has no decision with this id.',
    )

    // How many withdrew under version X?
    const version = textOf((await open('version?version=2026-11-16')).page)
    expect(version).toContain('English 1 1 1 0 3 1')
    expect(version).toContain('In the cookie settings 0 0 1 0 1 0')
    expect(version).toContain('Compared with the version 2024-01-18.')
    expect(version).toContain('New service: Chat')
    expect(textOf((await open('versions')).page)).toMatch(/2026-11-16 .* 2024-01-18 /)

    // Has anything been altered?
    expect(textOf((await open('chain')).page)).toContain('The chain has not been verified yet')
    await checks.run()
    for (const address of ['', 'chain'])
      expect(textOf((await open(address)).page)).toContain('All 4 entries follow from one another.')
  })

  test('a change of the database is named in words, and a link that somebody keeps shows a chain that was written anew', async () => {
    const { address, tamper } = await createDatabase()
    const { app, log, checks } = await startApp({ screenToken: SCREEN_TOKEN }, address)
    await log.append([submission(), submission()], Date.now())
    const { open, send } = await signIn(app)
    const { seq, hash } = await log.head()
    const note = { link: `${seq}:${hash}`, keeper: 'Kim <legal>, in a safe' }
    expect(await send('note', note)).toBe(303)
    const page = (await open('chain')).page
    expect(textOf(page)).toContain(`${seq}:${hash}`)
    expect(page).toContain('Kim &lt;legal&gt;, in a safe')

    await tamper(`UPDATE entries SET hash = '${'f'.repeat(64)}' WHERE seq = 2`)
    expect(await send('verify')).toBe(303)
    await checks.run()
    expect(textOf((await open('')).page)).toContain('Entry 2 has another time')
    const korean = await signIn(app, 'ko')
    expect(textOf((await korean.open('chain')).page)).toContain('항목 2: 시각, 보관 기한')

    await tamper(`UPDATE notes SET hash = '${'e'.repeat(64)}'`)
    await tamper(`UPDATE entries SET hash = '${hash}' WHERE seq = 2`)
    await checks.run()
    expect(textOf((await open('')).page)).toContain('the chain was written anew')
  })

  test('the page of a verification says how many noted links were compared, and is not green without one', async () => {
    const { app, log, checks } = await startApp(
      { screenToken: SCREEN_TOKEN },
      (await createDatabase()).address,
    )
    await log.append([submission(), submission(), submission()], Date.now())
    const { open } = await signIn(app)
    await checks.run()
    for (const address of ['', 'chain']) {
      const { page } = await open(address)
      expect(page).not.toContain('class="whole holds"')
      expect(textOf(page)).toContain('Somebody with access to the database could have computed all')
      expect(page).toContain('href="chain#notes"')
    }
    const [{ seq, hash } = { seq: 0, hash: '' }] = await log.after(1, 1)
    for (const keeper of ['Kim', 'Lee']) await log.keepNote({ seq, hash, time: Date.now(), keeper })
    await checks.run()
    for (const address of ['', 'chain']) {
      const { page } = await open(address)
      expect(page).toContain('class="whole holds"')
      expect(textOf(page)).toContain(
        'The chain was compared with 1 noted link, up to entry 2. No noted link covers the entries',
      )
    }
    const korean = textOf((await (await signIn(app, 'ko')).open('')).page)
    expect(korean).toContain('기록해 둔 링크 1건과 대조했습니다(항목 2까지).')
  })

  test('a link on paper is compared with the chain at once: noted once if the chain has it, named as an alteration if not', async () => {
    const { app, log } = await startApp(
      { screenToken: SCREEN_TOKEN },
      (await createDatabase()).address,
    )
    await log.append([submission(), submission()], Date.now())
    const { open, post } = await signIn(app)
    const [first] = await log.after(0, 1)
    const head = await log.head()
    expect((await open('chain')).page).toContain(`value="2:${head.hash}"`)
    /** Sends the form as a browser does, and returns the page to which the answer leads. */
    const note = async (link: string, keeper: string) => {
      const { statusCode, location } = await post('note', { link, keeper })
      expect(statusCode).toBe(303)
      return { location, page: (await open(location)).page }
    }
    const noted = await note(`1: ${first?.hash.toUpperCase()}`, 'Kim')
    expect(textOf(noted.page)).toContain('The chain has this link. It is noted.')
    const again = await note(`1:${first?.hash}`, ' Kim ')
    expect(textOf(again.page)).toContain('This link is noted already, with this keeper.')
    for (const [link, fault] of [
      [`1:${'e'.repeat(64)}`, 'Entry 1 is not the one that was noted: the chain was written anew.'],
      [`3:${'e'.repeat(64)}`, 'Entry 3 is missing: the chain ends before it.'],
    ] as const) {
      const other = await note(link, 'Lee')
      expect(textOf(other.page)).toContain(`The log was altered ${fault}`)
      expect(other.page).toContain(`value="${link}"`)
    }
    const blank = await note(`2:${head.hash}`, ' ')
    expect(textOf(blank.page)).toContain('Expected 1 to 200 characters')
    // The page is that of the chain, so that its languages, its menu and Back work.
    expect(blank.page).toContain(`href="../ja/${blank.location.replaceAll('&', '&amp;')}"`)
    expect(blank.page).toContain('<a href="chain" aria-current="page">')
    expect(textOf((await note('abc', 'Lee')).page)).toContain('This is no link.')
    expect((await log.notes()).map(({ seq, keeper }) => [seq, keeper])).toEqual([[1, 'Kim']])
  })

  test('a range is downloaded as CSV, in which no text is a formula, and as lines of JSON', async () => {
    const { app, log } = await startApp(
      { screenToken: SCREEN_TOKEN },
      (await createDatabase()).address,
    )
    const give = giveEvent({ receipt: 'r'.repeat(22), record: { p: '=1+1' } })
    await log.append([submission(give)], Date.parse('2026-03-03T23:59:59.999Z'))
    await log.append([submission()], Date.parse('2026-03-04T00:00:00Z'))
    const { open } = await signIn(app)
    const csv = (await open('export?from=2026-03-03&to=2026-03-03&format=csv')).page
    const [names, line, ...more] = csv.trimEnd().split('\n')
    expect(names).toMatch(/^\ufeffseq,stored,type,receipt,/)
    expect(line).toContain(`1,2026-03-03T23:59:59.999Z,give,${give.receipt},`)
    expect(line).toContain(",'=1+1,")
    expect(line).toContain(',analytics,marketing,custom,banner,')
    expect(more).toEqual([])
    const lines = (await open('export?from=2026-03-03&to=2026-03-04&format=lines')).page
    expect(
      lines
        .trimEnd()
        .split('\n')
        .map(one => JSON.parse(one).seq),
    ).toEqual([1, 2])
  })

  test('ten years are drawn by month, with a rate of which the page says what it counts', async () => {
    const { app, log } = await startApp(
      { screenToken: SCREEN_TOKEN },
      (await createDatabase()).address,
    )
    const { receipt: _, ...refuse } = giveEvent({ record: { c: { analytics: 0 }, m: 'reject' } })
    const at = Date.parse('2020-05-05')
    await log.append([submission(), submission({ ...refuse, type: 'refuse' })], at)
    const { open } = await signIn(app)
    const { page } = await open('days?from=2017-01-01&to=2026-12-31&by=day')
    expect(textOf(page)).toContain('50% of 2 first answers: 1 grants, 1 refusals.')
    expect(page).toContain('<title>2020-05: Grants 1</title>')
    expect(page.match(/<rect /g)).toHaveLength(2)
    expect(textOf((await open('days')).page)).toContain('There are no decisions in this time.')
    // The page says that its rows are months, and a range that is none stays in its fields.
    expect(page).toContain('<option value="day">Month</option>')
    expect(page).toContain('<th role="columnheader" scope="col">Month</th>')
    const byVersion = (await open('days?from=2020-05-05&by=version')).page
    expect(byVersion.match(/class="figures"/g)).toHaveLength(1)
    const reversed = (await open('days?from=2026-01-02&to=2026-01-01')).page
    expect(reversed).toContain('name="from" value="2026-01-02"')
    expect(reversed).toContain('name="to" value="2026-01-01"')
    const alone = await open('days?from=2020-05-05')
    expect(alone.page).not.toContain('<svg class="plot"')
    for (const query of ['from=2020-13-01', 'from=2026-01-02&to=2026-01-01', 'from=2026-02-30'])
      expect(textOf((await open(`days?${query}`)).page)).toContain('is no range of days')
  })
})

test('without a token no route of the screen exists, and without a sign-in each answers 401 with the form', async () => {
  const { app } = await startApp({ screenToken: SCREEN_TOKEN, auditToken: SCREEN_TOKEN })
  const { app: bare } = await startApp()
  await app.ready()
  const routes = routesOf(app).filter(({ url }) => /^\/(screen|audits)/.test(url))
  expect(routes.length).toBeGreaterThan(60)
  for (const { url, method } of routes) {
    const own = {
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
    }
    const request = {
      url,
      method: method as 'GET',
      headers: own,
      payload: method === 'POST' ? 'token=wrong' : '',
    }
    if (method === 'OPTIONS') continue
    if (url === '/audits') request.headers = { ...own, 'content-type': 'application/zip' }
    const answer = await app.inject(request)
    expect([url, method, answer.statusCode]).toEqual([url, method, 401])
    expect([url, (await bare.inject(request)).statusCode]).toEqual([url, 404])
    if (method === 'GET' && url.length > 9) expect(answer.body).toContain('action="sign-in"')
  }
}, 120_000)

test('the cookie of a sign-in is HttpOnly, Secure but on this machine, and ends with the time, the sign-out or another token', async () => {
  const { app } = await startApp({ screenToken: SCREEN_TOKEN })
  const post = (host: string, path = 'sign-in', cookie = '') =>
    app.inject({
      ...{ method: 'POST', url: `/screen/en/${path}`, payload: `token=${SCREEN_TOKEN}` },
      headers: {
        ...{ host, cookie, 'sec-fetch-site': 'same-origin' },
        'content-type': 'application/x-www-form-urlencoded',
      },
    })
  const cookieOf = async (host: string) => `${(await post(host)).headers['set-cookie']}`
  expect(await cookieOf('log.example')).toMatch(
    /^__Host-receipt_log=[^;]+; Max-Age=28800; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
  )
  const local = await cookieOf('127.0.0.1:4323')
  expect(local).toMatch(/^receipt_log=[^;]+; Max-Age=28800; Path=\/; HttpOnly; SameSite=Strict$/)

  const [cookie = ''] = local.split(';')
  const statusOf = async (value: string, of = app) =>
    (await of.inject({ url: '/screen/en/', headers: { cookie: value } })).statusCode
  expect(await statusOf(cookie)).toBe(200)
  expect(await statusOf(cookie.replace(/=\d/, '=9'))).toBe(401)
  const other = await startApp({ screenToken: `${SCREEN_TOKEN}x` })
  expect(await statusOf(cookie, other.app)).toBe(401)
  expect(`${(await post('localhost', 'sign-out', cookie)).headers['set-cookie']}`).toMatch(
    /^receipt_log=; Max-Age=0;/,
  )
})

test('a form of another page is refused, also of another origin of the same site', async () => {
  const { app, log } = await startApp({
    screenToken: SCREEN_TOKEN,
    allowedOrigins: ['https://www.example.com'],
  })
  const { cookie } = await signIn(app)
  for (const headers of [
    { origin: 'https://www.example.com' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site' },
    {},
  ]) {
    const { statusCode } = await app.inject({
      ...{ method: 'POST', url: '/screen/en/note', payload: 'keeper=Kim' },
      headers: { ...headers, cookie, 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(statusCode).toBe(403)
  }
  expect(await log.notes()).toEqual([])
})

test('a sign-in that is tried a thousand times is slowed, refused, and named in the log lines', async () => {
  const lines: string[] = []
  const { log } = await startApp()
  const config = { ...readConfig({}), rateLimit: 100_000, screenToken: SCREEN_TOKEN }
  const stdout = new Writable({
    write: (chunk, _, done) => {
      lines.push(`${chunk}`)
      done()
    },
  })
  const app = await createApp(config, log, NO_CHECKS, stdout)
  const guess = () =>
    app.inject({
      ...{ method: 'POST', url: '/screen/en/sign-in', payload: 'token=guess' },
      headers: {
        ...{ 'content-type': 'application/x-www-form-urlencoded' },
        'sec-fetch-site': 'same-origin',
      },
    })
  const began = performance.now()
  expect((await guess()).statusCode).toBe(401)
  expect(performance.now() - began).toBeGreaterThan(900)
  const answers = await Promise.all(Array.from({ length: 999 }, guess))
  const refused = answers.filter(({ statusCode }) => statusCode === 429)
  expect(refused.length).toBeGreaterThanOrEqual(990)
  expect(answers.at(-1)?.body).toContain('There were too many tries.')
  expect(lines.join('')).toContain('"failures":1,"msg":"a sign-in to the screen has failed"')
  expect(lines.join('')).not.toContain('guess')
  await app.close()
})

test('while a verification runs its page refreshes itself, and not any more when it has ended', async () => {
  const { log } = await startApp()
  let isRunning = true
  const checks = { run: async () => {}, isRunning: () => isRunning }
  const config = { ...readConfig({}), rateLimit: 1000, screenToken: SCREEN_TOKEN }
  const app = await createApp(config, log, checks, false)
  const { cookie } = await signIn(app)
  const load = () => app.inject({ url: '/screen/en/chain', headers: { cookie } })
  const running = await load()
  expect(running.headers['refresh']).toBe('3; url=chain')
  expect(textOf(running.body)).toContain('The page refreshes itself every 3 seconds.')
  isRunning = false
  expect((await load()).headers['refresh']).toBeUndefined()
  await app.close()
})

test('after the sign-out the form says so, and a form that was sent then is filled again after the next sign-in', async () => {
  const { app, log } = await startApp({ screenToken: SCREEN_TOKEN })
  const { post } = await signIn(app)
  const { location } = await post('sign-out')
  for (const [language, words] of [
    ['en', 'You are signed out.'],
    ['ko', '로그아웃되었습니다.'],
    ['ja', 'ログアウトしました。'],
  ]) {
    const { body, statusCode } = await app.inject(`/screen/${language}/${location}`)
    expect([statusCode, textOf(body)]).toEqual([401, expect.stringContaining(`${words}`)])
  }
  const lost = await app.inject({
    ...{ method: 'POST', url: '/screen/ko/note', payload: 'link=1%3Aab&keeper=김%20*' },
    headers: {
      ...{ 'content-type': 'application/x-www-form-urlencoded' },
      'sec-fetch-site': 'same-origin',
    },
  })
  expect(lost.statusCode).toBe(401)
  const page = lost.body
  expect(textOf(page)).toContain('로그인 상태가 아니어서 처리하지 않았습니다.')
  const [, to = ''] = /name="to" value="([^"]+)"/.exec(page) ?? []
  const again = await signIn(app, 'ko', to.replaceAll('&amp;', '&'))
  const chain = (await again.open(again.location)).page
  expect(chain).toContain('value="김 *"')
  expect(chain).toContain('value="1:ab"')
  expect(await log.notes()).toEqual([])
})

test('a receipt says first what is agreed to now and since when, across renewals, in three languages', async () => {
  const { app, log } = await startApp({ screenToken: SCREEN_TOKEN })
  const at = Date.parse('2026-03-03T10:11:12Z')
  const give = giveEvent({ record: { c: { analytics: 1, marketing: 0 } } })
  const renewed = { ...giveEvent(), type: 'update', ends: give.receipt } as const
  const later = giveEvent({ record: { c: { analytics: 1, marketing: 1 }, x: ['marketing/Pixel'] } })
  const more = { ...later, type: 'update', ends: renewed.receipt } as const
  const over = giveEvent({ record: { e: NOW - 9 } })
  for (const [index, event] of [give, renewed, over].entries())
    await log.append([submission(event)], at + index * 5000)
  const lineIn = async (
    language: string,
    { receipt }: { readonly receipt?: string | undefined },
  ) => {
    const { page } = await (await signIn(app, language)).open(`receipt?id=${receipt}`)
    return textOf(/<p class="now">.*?<\/p>/s.exec(page)?.[0] ?? '').trim()
  }
  for (const one of [give, renewed])
    expect(await lineIn('en', one)).toMatch(
      /^Agreed to usage statistics since 3 March 2026 at 10:11:1\d UTC\. Refused: /,
    )
  expect(await lineIn('en', give)).toContain('10:11:12')
  expect(await lineIn('ko', give)).toMatch(
    /^2026년 3월 3일 10:11:12 UTC부터 동의 중: 이용 통계\. 거부: 광고/,
  )
  expect(await lineIn('ja', give)).toMatch(/^2026年3月3日 10:11:12 UTCから同意中：/)
  expect(await lineIn('en', over)).toContain(
    'Nothing is agreed to any more: the consent expired on',
  )
  await log.append([submission(more)], at + 60_000)
  expect(await lineIn('en', give)).toMatch(
    /since 3 March 2026 at 10:12:12 UTC\. Refused: marketing\/Pixel\.$/,
  )
  await log.append([submission(withdrawEvent(`${more.receipt}`))], at + 120_000)
  expect(await lineIn('en', give)).toBe(
    'All optional purposes refused since 3 March 2026 at 10:13:12 UTC.',
  )
})

test('a receipt id that is unknown, malformed or missing gives the form again, with its text', async () => {
  const { app } = await startApp({ screenToken: SCREEN_TOKEN })
  const { open } = await signIn(app)
  for (const [id, status, words] of [
    ['x'.repeat(22), 404, 'The log has no decision with this id.'],
    ['x y', 400, '“x y” is no receipt id.'],
    ['', 400, 'No receipt id was entered.'],
  ] as const) {
    const answer = await open(`receipt?id=${encodeURIComponent(id)}`)
    expect([answer.status, textOf(answer.page)]).toEqual([status, expect.stringContaining(words)])
    expect(answer.page).toContain(
      `<input name="id" required autocomplete="off" spellcheck="false" maxlength="100" value="${id}"`,
    )
  }
})

test('the first stop of the Tab key skips the menu, and a printed page ends with the site, the time and the last verification', async () => {
  const { app, log, checks } = await startApp({
    ...{ screenToken: SCREEN_TOKEN, publicOrigin: 'https://log.example' },
  })
  await log.append([submission()], Date.now())
  await checks.run()
  const headers = { host: 'log.example', 'x-forwarded-proto': 'https' }
  const sign = await app.inject({
    ...{ method: 'POST', url: '/screen/ko/sign-in', payload: `token=${SCREEN_TOKEN}` },
    headers: {
      ...{ ...headers, 'sec-fetch-site': 'same-origin' },
      'content-type': 'application/x-www-form-urlencoded',
    },
  })
  const [cookie = ''] = `${sign.headers['set-cookie']}`.split(';')
  const { body } = await app.inject({ url: '/screen/ko/versions', headers: { ...headers, cookie } })
  expect(/<main>\s*(<a[^>]*>)/.exec(body)?.[1]).toBe('<a class="skip" href="#content">')
  expect(body).toContain('<h1 id="content" tabindex="-1">')
  const foot = textOf(/<div class="foot">.*?<\/div>/s.exec(body)?.[0] ?? '')
  expect(foot).toContain('https://log.example 동의 기록')
  expect(foot).toMatch(/\d{4}년 \d+월 \d+일 \d+:\d\d:\d\d UTC에 동의 기록에서 출력했습니다\./)
  expect(foot).toContain('변조는 발견되지 않았으나, 대조한 링크가 없습니다.')
})

test('hostile text is shown as text, under a policy that allows no script', async () => {
  const { app, log } = await startApp({ screenToken: SCREEN_TOKEN })
  const hostile = '<script>alert(1)</script>"\u202e'
  const text = JSON.stringify({ language: 'en', strings: [hostile, 'a\nb'], version: hostile })
  const h = hashOfNotice(text)
  const event = giveEvent({
    record: { p: '"><img src=x>', h, x: [`analytics/${hostile}`], c: { '<b>': 1 } as never },
  })
  await log.append([submission(event)], Date.now())
  await log.keepNotice(h, text)
  const { open, cookie } = await signIn(app)
  for (const address of [
    `receipt?id=${event.receipt}`,
    `notice?hash=${h}`,
    `version?version=${encodeURIComponent('"><img src=x>')}`,
    `days?from=${TODAY}&by=version`,
    `receipt?id=${encodeURIComponent(hostile)}`,
    `version?version=${encodeURIComponent(hostile)}`,
    'versions',
  ]) {
    const { page } = await open(address)
    expect(page).not.toMatch(/<script|<img|<b>|\u202e/)
  }
  expect((await open(`notice?hash=${h}`)).page).toContain('<p>a<br>b</p>')
  const { headers } = await app.inject({ url: '/screen/en/', headers: { cookie } })
  expect(headers['content-security-policy']).toMatch(
    /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
  )
  expect(headers['cache-control']).toBe('no-store')
})

test('a database that goes away under a page gives a page that says so, and nothing half', async () => {
  const { app, log } = await startApp({ screenToken: SCREEN_TOKEN })
  const { open } = await signIn(app)
  await log.close()
  for (const address of ['', 'days', 'versions', `receipt?id=${'x'.repeat(22)}`, 'chain']) {
    const { status, page } = await open(address)
    expect(status).toBe(503)
    expect(textOf(page)).toContain('The database does not answer. Nothing was changed.')
  }
})

test('after the sign-in the officer gets the page that was asked for, and no other site', async () => {
  const { app } = await startApp({ screenToken: SCREEN_TOKEN })
  const asked = await app.inject('/screen/ko/days?from=2026-03-03&by=language')
  expect(asked.body).toContain('value="days?from=2026-03-03&amp;by=language"')
  for (const [to, location] of [
    ['days?from=2026-03-03&by=language', 'days?from=2026-03-03&by=language'],
    ['//evil.example', './'],
    ['https://evil.example', './'],
    ['', './'],
  ] as const) {
    const { headers } = await app.inject({
      ...{ method: 'POST', url: '/screen/ko/sign-in' },
      payload: new URLSearchParams({ token: SCREEN_TOKEN, to }).toString(),
      headers: {
        ...{ 'content-type': 'application/x-www-form-urlencoded' },
        'sec-fetch-site': 'same-origin',
      },
    })
    expect(headers.location).toBe(location)
  }
  const start = await app.inject({ url: '/screen', headers: { 'accept-language': 'fr, ja;q=0.9' } })
  expect(start.headers['refresh']).toBe('0; url=screen/ja/')
})
