import { expect, test } from 'vitest'
import type { SeenPhase } from '../src/seen.ts'
import { page, script, siteOf } from './support/pages.ts'
import { type Play, playIn } from './support/play.ts'
import { type Site, serveWorld } from './support/serve-world.ts'

/** A page without a banner of ours. */
const plain = (body: string, settings = ''): string => page({ banner: '', settings, body })

/** Plays phases on a site. Returns what was seen, and the requests that the site got. */
const play = async (site: Site, options: Play) => {
  const world = await serveWorld({ 'shop.example': site })
  const seen = await playIn(world, options)
  await world.close()
  const phases = seen.pages[0]?.phases ?? []
  return { phases, arrivals: world.arrivals, posts: world.arrivals.filter(isPost) }
}

/** Leaves out what the browser sends on its own. */
const isPost = (arrival: string) => arrival.startsWith('POST shop.example')

const endOf = ({ name, notPlayed, detail }: SeenPhase) =>
  [name, notPlayed, detail].filter(Boolean).join(' ')

/** Forms and controls that a visitor who answers a banner never touches, with words about it. */
const FORMS = `
  <form action="/newsletter" method="post"><p>We use cookies. I agree to receive the newsletter.</p>
    <input type="email" name="mail"><button>I agree</button></form>
  <form action="/contact" method="post" onsubmit="fetch('/contact-by-script', { method: 'POST' })">
    <input name="name"><label><input type="checkbox" checked> I accept the privacy policy</label><button>Accept</button></form>
  <form action="/account/privacy/delete" method="post"><p>Privacy preferences and consent</p>
    <input name="reason"><button>Manage privacy: delete my account</button><button>Reject all</button></form>
  <div style="position:fixed;bottom:0;background:#fff"><p>Newsletter, with our privacy policy</p>
    <form action="/popup" method="post"><input type="email"><button>Accept</button></form></div>
  <div onclick="fetch('/by-click', { method: 'POST' })"><button>Accept all cookies in this article</button></div>
  <a href="/unsubscribe" onclick="fetch('/by-link', { method: 'POST' })">Unsubscribe or change your preferences</a>
  <button onclick="fetch('/company', { method: 'POST' })">사업자정보확인</button>`

/** A banner of a site's own. `controls` are its buttons; a button with `data-answer` answers. */
const banner = (controls: string, code = ''): string => `
  <div id="bar" hidden style="position:fixed;bottom:0;left:0;background:#fff"><p>We use cookies to count visits.</p>${controls}</div>
  ${script(`
    bar.hidden = Boolean(localStorage.answer)
    const close = answer => { localStorage.answer = answer; bar.hidden = true }
    for (const button of bar.querySelectorAll('[data-answer]'))
      button.addEventListener('click', () => close(button.dataset.answer))
    ${code}
  `)}`

const ACCEPT = '<button data-answer="yes">Accept all</button>'
const REFUSE = '<button data-answer="no">Reject all</button>'

test('a page with forms and no banner gets no POST in any phase', { tags: 'full' }, async () => {
  const { phases, posts } = await play(siteOf(plain(FORMS)), {})
  expect(posts).toEqual([])
  expect(phases.map(({ clicks }) => clicks)).toEqual([[], [], [], []])
  expect(phases.slice(1).map(({ notPlayed }) => notPlayed)).toEqual(Array(3).fill('no-banner'))
})

test('a page with forms and a banner gets no POST, and the banner alone is clicked', async () => {
  const site = siteOf(plain(FORMS + banner(ACCEPT + REFUSE)))
  const { phases, posts } = await play(site, { phases: ['refuse', 'withdraw'] })
  expect(posts).toEqual([])
  expect(phases.map(endOf)).toEqual(['refuse', 'withdraw no-withdrawal'])
  expect(phases.map(({ clicks }) => clicks.map(({ words }) => words))).toEqual([
    ['Reject all'],
    ['Accept all'],
  ])
})

test('a form that the page submits on its own is stopped, and the banner of a form is sent', {
  tags: 'full',
}, async () => {
  const form = `<form id="own" action="/own" method="post"><input type="hidden" name="a"></form>
    <div role="dialog" aria-label="Cookies"><form action="/consent" method="post"><p>Cookies</p>
    <button name="accept">Accept all</button></form></div>`
  const site: Site = {
    ...siteOf(plain(form + script('if (!document.cookie) setTimeout(() => own.submit(), 200)'))),
    '/consent': (_, response) => {
      const headers = { 'Set-Cookie': 'consent=1; Path=/', Location: '/thanks' }
      response.writeHead(303, headers).end()
    },
    '/thanks': plain('Thanks'),
  }
  const { phases, posts } = await play(site, { phases: ['accept'] })
  expect(phases.map(endOf)).toEqual(['accept'])
  expect(posts).toEqual(['POST shop.example/consent'])
})

test('a rule of autoconsent clicks nothing outside of a banner', { tags: 'full' }, async () => {
  // The rule for vanilla-cookieconsent knows the banner by these ids and classes.
  const site = siteOf(
    plain(`<div id="cc-main"><div class="cm cm-wrapper"><p>Our shop</p>
      <form action="/order" method="post"><input name="address">
      <button type="submit" data-role="all" class="cm__btn">Order</button>
      <button type="submit" data-role="necessary" class="cm__btn">Cancel the order</button></form></div></div>
      <script>window.CookieConsent = { acceptCategory: () => {} }</script>`),
  )
  const { phases, posts } = await play(site, { phases: ['refuse', 'accept'] })
  expect(posts).toEqual([])
  expect(phases.map(({ clicks }) => clicks)).toEqual([[], []])
})

test('on a page with 5,000 links a phase is played to its end', { tags: 'full' }, async () => {
  const links = Array.from({ length: 5000 }, (_, at) => `<p><a href="/p${at}">Link ${at}</a></p>`)
  const site = siteOf(plain(`${banner(ACCEPT + REFUSE)}<div>${links.join('')}</div>`))
  const { phases } = await play(site, { phases: ['refuse'], phaseLimit: 30_000 })
  expect(phases.map(endOf)).toEqual(['refuse'])
})

test('on a page with 200 frames a phase ends at its limit', { tags: 'full' }, async () => {
  const frames = '<iframe srcdoc="<button>Play</button>"></iframe>'.repeat(200)
  const site = siteOf(plain(banner(ACCEPT + REFUSE) + frames))
  const { phases } = await play(site, { phases: ['refuse'], phaseLimit: 20_000 })
  // Closing the profile takes time, too.
  expect(phases[0]?.duration).toBeLessThan(40_000)
})

/** Pages on which a withdrawal is possible, and the words of the controls that are pressed. */
const WITHDRAWALS: Record<string, [string, string[], Site?]> = {
  'an icon with a label': [
    `<a role="button" aria-label="Change cookie consent" style="position:fixed;top:0;width:20px;height:20px" onclick="bar.hidden = false">⚙</a>`,
    ['Change cookie consent', 'Reject all'],
  ],
  'a page of settings of its own, with switches': [
    '<a href="/cookies">Cookie settings</a>',
    ['Cookie settings', 'Save changes'],
    {
      '/cookies':
        plain(`<main><h1>Cookies</h1><label><input type="checkbox" id="stats" checked> Statistics</label>
        <button onclick="localStorage.answer = stats.checked">Save changes</button></main>
        <form action="/newsletter" method="post"><input type="email"><button>Save</button></form>`),
    },
  ],
  'settings that act when they are closed': [
    `<button onclick="panel.showModal()">Cookie settings</button>
     <dialog id="panel" aria-label="Cookies"><p>Cookies for statistics</p><input type="checkbox" role="switch" id="stats" checked>
     <button onclick="localStorage.answer = stats.checked; panel.close()">Close</button></dialog>`,
    ['Cookie settings', 'Close'],
  ],
  'a control that withdraws at once': [
    `<button onclick="localStorage.answer = 'withdrawn'">Withdraw consent</button>`,
    ['Withdraw consent'],
  ],
  'settings that only flip switches': [
    `<button onclick="panel.showModal()">Cookie settings</button>
     <dialog id="panel" aria-label="Cookies"><p>Cookies for statistics</p><input type="checkbox" id="stats" checked>
     <button onclick="stats.checked = false">Reject all</button>
     <button onclick="localStorage.answer = stats.checked; panel.close()">Save</button></dialog>`,
    ['Cookie settings', 'Reject all', 'Save'],
  ],
  'settings behind a link of the footer that opens a part of the page': [
    `<a href="#" onclick="panel.hidden = false">Privacy choices</a>
     <div id="panel" hidden><p>Cookies for statistics</p><button onclick="localStorage.answer = 'false'; panel.hidden = true">Reject all</button></div>`,
    ['Privacy choices', 'Reject all'],
  ],
}

/** The withdrawals of the short run. */
const IN_SHORT_RUN = /own, with switches/

for (const [name, [settings, words, more = {}]] of Object.entries(WITHDRAWALS))
  test(`a withdrawal is found: ${name}`, {
    tags: IN_SHORT_RUN.test(name) ? [] : 'full',
  }, async () => {
    const site = { ...siteOf(plain(banner(ACCEPT + REFUSE), settings)), ...more }
    const { phases, posts } = await play(site, { phases: ['withdraw'] })
    expect(phases.map(endOf)).toEqual(['withdraw'])
    expect(phases[0]?.clicks.map(click => click.words)).toEqual(['Accept all', ...words])
    expect(phases[0]?.clicks.every(({ box }) => box.width > 0)).toBe(true)
    expect(phases[0]?.screenshots.filter(({ click }) => click).length).toBe(words.length + 1)
    expect(posts).toEqual([])
  })

test('the own settings of a banner come before a link of the page', { tags: 'full' }, async () => {
  const more = `<button id="more">More options</button><div id="further" hidden>${REFUSE}</div>`
  const body = banner(ACCEPT + more, 'more.onclick = () => { further.hidden = false }')
  const site = siteOf(plain(body, '<a href="/cookies">Cookie settings</a>'))
  const { phases } = await play(site, { phases: ['refuse'] })
  expect(phases.map(endOf)).toEqual(['refuse'])
  expect(phases[0]?.clicks.map(({ words }) => words)).toEqual(['More options', 'Reject all'])
  expect(phases[0]?.banner).toMatchObject({ refuse: { steps: 2 }, asksAgain: false })
  expect(phases[0]?.banner?.controls).toContainEqual({ words: 'Accept all', act: 'accept' })
})

test.each([
  ['each ticked switch takes a click', 'checked', 3],
  ['switches that are off take none', '', 1],
])(
  'a banner with switches and without a refusal is refused by saving: %s',
  { tags: 'full' },
  async (_, state, steps) => {
    const switches = ['Statistics', 'Marketing']
      .map(name => `<label><input type="checkbox" ${state}> ${name}</label>`)
      .join('')
    const save = '<button data-answer="no">Save selection</button>'
    const site = siteOf(plain(banner(ACCEPT + switches + save)))
    const { phases } = await play(site, { phases: ['refuse'] })
    expect(phases.map(endOf)).toEqual(['refuse'])
    expect(phases[0]?.banner).toMatchObject({ accept: { steps: 1 }, refuse: { steps } })
  },
)

test('settings that were hidden by their visibility count as opened by the click', {
  tags: 'full',
}, async () => {
  const panel = `<div id="panel" role="dialog" style="position:fixed;top:0;visibility:hidden;background:#fff">
    <p>Cookies for statistics</p>${REFUSE}</div>`
  const more = '<button id="more">More options</button>'
  const code = `more.onclick = () => { panel.style.visibility = 'visible' }
    panel.querySelector('button').onclick = () => { close('no'); panel.style.visibility = 'hidden' }`
  const site = siteOf(plain(panel + banner(ACCEPT + more, code)))
  const { phases } = await play(site, { phases: ['refuse'] })
  expect(phases.map(endOf)).toEqual(['refuse'])
  expect(phases[0]?.clicks.map(({ words }) => words)).toEqual(['More options', 'Reject all'])
})

test.each<[string, string, 'accept' | 'refuse', string]>([
  [
    'two controls seem to accept',
    banner('<button data-answer="a">I agree</button><button data-answer="b">Got it</button>'),
    'accept',
    'accept unclear',
  ],
  [
    'a control says “all”',
    banner('<button data-answer="a">Accept</button><button data-answer="b">Accept all</button>'),
    'accept',
    'accept',
  ],
  [
    'nothing changes',
    banner('<button onclick="bar.hidden = true">Accept all</button>'),
    'accept',
    'accept no-effect',
  ],
  ['there is no refusal', banner(ACCEPT), 'refuse', 'refuse no-refuse'],
  [
    'the banner has the ids of ours, and no refusal',
    `<spaceone-consent></spaceone-consent>${script(`document.querySelector('spaceone-consent').attachShadow({ mode: 'open' }).innerHTML =
      '<div id="banner">Cookies <button id="accept-all">Accept</button></div>'`)}`,
    'refuse',
    'refuse no-refuse',
  ],
])('an answer is judged by what it does: %s', async (_, body, phase, end) => {
  const { phases } = await play(siteOf(plain(body)), { phases: [phase] })
  expect(phases.map(endOf)).toEqual([end])
  if (end === 'accept') expect(phases[0]?.clicks[0]?.words).toBe('Accept all')
})

test('a refusal that is not kept is noted', { tags: 'full' }, async () => {
  const body = banner(ACCEPT + REFUSE, "if (localStorage.answer === 'no') bar.hidden = false")
  const { phases } = await play(siteOf(plain(body)), { phases: ['refuse'] })
  expect(phases.map(endOf)).toEqual(['refuse'])
  expect(phases[0]?.banner?.asksAgain).toBe(true)
})

test('a visitor without an answer stays for nine waits on the first page', {
  tags: 'full',
}, async () => {
  const late = script("if (location.pathname === '/') setTimeout(() => fetch('/late'), 2400)")
  const { arrivals } = await play(siteOf(plain(banner(ACCEPT) + late)), { phases: ['no-choice'] })
  expect(arrivals).toContain('GET shop.example/late')
})

test('the selectors of the options are used, and one that matches nothing is named', {
  tags: 'full',
}, async () => {
  const body = `<div id="host"></div>${script(`
    if (!localStorage.answer) host.attachShadow({ mode: 'open' }).innerHTML =
      '<b id="yes" tabindex="0">Ja</b> <b id="no" tabindex="0">Nein</b>'
    for (const one of host.shadowRoot?.querySelectorAll('b') ?? [])
      one.onclick = () => { localStorage.answer = one.id; host.shadowRoot.innerHTML = '' }
  `)}`
  const site = siteOf(plain(body))
  const phases = ['refuse'] as const
  const hit = await play(site, { phases, selectors: { accept: '#yes', refuse: '#no' } })
  expect(hit.phases.map(endOf)).toEqual(['refuse'])
  expect(hit.phases[0]?.clicks.map(({ words }) => words)).toEqual(['Nein'])
  const miss = await play(site, { phases, selectors: { accept: '#yes', refuse: '#never' } })
  expect(miss.phases.map(endOf)).toEqual([
    'refuse no-control --refuse "#never" matched nothing on the page',
  ])
})
