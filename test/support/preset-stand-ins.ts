import { readFileSync } from 'node:fs'

/** What a preset is played with: its options, its file, and a stand-in for the vendor's scripts. */
export interface Played {
  readonly options: Readonly<Record<string, unknown>>
  readonly file: string
  readonly hosts: RegExp
  /** Answers an address of the vendor with a script; any other address with an empty answer. */
  readonly script: (path: string) => string | undefined
  /** The query of the page's address. @default none */
  readonly search?: string
  /** The cookies and keys that the vendor writes. */
  readonly stored: readonly string[]
  /** Those of `stored` that the vendor writes again at a later grant in the same page. @default all */
  readonly storedAgain?: readonly string[]
  /** Matches what counts a visit, which each grant sends once. @default the vendor counts otherwise */
  readonly visit?: RegExp
  /** What the page calls while the service is refused, as source text. */
  readonly call?: string
}

const insert = (address: string) =>
  `document.head.append(Object.assign(document.createElement('script'), { src: '${address}' }))`

const store = (name: string) => `document.cookie = '${name}=1;path=/'`

const CLARITY_ITSELF = readFileSync(
  new URL('../../node_modules/clarity-js/build/clarity.min.js', import.meta.url),
  'utf8',
)

/**
 * Clarity's tag, which its server writes for each site, requests an image, inserts the script that
 * records, and puts `start` at the head of the queue. The script that records is Clarity's own.
 */
const CLARITY = (path: string) =>
  path.startsWith('/tag/')
    ? `clarity.t = true
       new Image().src = 'https://c.clarity.ms/c.gif'
       clarity.q.unshift(['start', {
         projectId: 't7oy6y6059', upload: 'https://k.clarity.ms/collect', track: true, delay: 50 }])
       ${insert('https://scripts.clarity.ms/0.8.70/clarity.js')}`
    : path.endsWith('/clarity.js')
      ? CLARITY_ITSELF
      : undefined

/** Channel Talk's script takes over `ChannelIO` and plays its queue. */
const CHANNEL = (path: string) =>
  path.endsWith('/ch-plugin-web.js')
    ? `{
        const send = () => fetch('https://api.channel.io/front/v6/events', { method: 'POST', mode: 'no-cors' })
        let timer
        const commands = {
          boot(options, answer) {
            fetch('https://api.channel.io/front/v8/elastic/plugins/' + options.pluginKey + '/boot')
            ${store('ch-veil-id')}
            ${store('ch-session-1')}
            localStorage.setItem('Channel.ch-veil-id', '1')
            timer = setInterval(send, 50)
            setTimeout(() => answer(null, {}), 20)
          },
          shutdown() { clearInterval(timer) },
        }
        const { q } = window.ChannelIO
        window.ChannelIO = (name, ...more) => commands[name]?.(...more)
        for (const [name, ...more] of q) commands[name]?.(...more)
      }`
    : undefined

/**
 * Meta's script carries out `init` and `consent` at once. Other commands wait for the configuration
 * and for the consent, and are all carried out when the last lock opens. A new address sends a visit.
 */
const META = (path: string) => {
  if (path.startsWith('/signals/')) return 'fbq.open("configuration")'
  return path.endsWith('/fbevents.js')
    ? `{
        const { fbq } = window
        const locks = new Set()
        let id
        fbq.open = lock => {
          locks.delete(lock)
          if (!locks.size) for (const call of fbq.queue.splice(0)) run(...call)
        }
        const commands = {
          init(one) {
            id = one
            locks.add('configuration')
            ${insert('https://connect.facebook.net/signals/config/1595596972063765')}
          },
          consent: answer => (answer === 'revoke' ? locks.add('consent') : fbq.open('consent')),
          track(name) {
            ${store('_fbp')}
            new Image().src = 'https://www.facebook.com/tr/?id=' + id + '&ev=' + name
          },
        }
        const run = (name, ...more) =>
          locks.size && name !== 'init' && name !== 'consent'
            ? fbq.queue.push([name, ...more])
            : commands[name]?.(...more)
        fbq.callMethod = run
        const { pushState } = history
        history.pushState = function (...state) {
          pushState.apply(this, state)
          run('track', 'PageView')
        }
        for (const call of fbq.queue.splice(0)) run(...call)
      }`
    : undefined
}

/** Hotjar's script inserts the one that records, which nothing in the page stops. */
const HOTJAR = (path: string) => {
  if (path.startsWith('/c/'))
    return `hjSiteSettings = {}; ${insert('https://script.hotjar.com/modules.1.js')}`
  return path.startsWith('/modules.')
    ? `{
        const send = address => fetch(address, { method: 'POST', mode: 'no-cors' })
        const record = () => {
          ${store('_hjSession_1234567')}
          send('https://content.hotjar.io/')
        }
        document.cookie = '_hjTLDTest=1;path=/'
        document.cookie = '_hjTLDTest=;path=/;max-age=0'
        ${store('_hjSessionUser_1234567')}
        localStorage.setItem('hjActiveViewportIds', '1')
        sessionStorage.setItem('hjViewportId', '1')
        send('https://in.hotjar.com/api/v2/client/sites/' + _hjSettings.hjid + '/visit-data')
        record()
        setInterval(record, 50)
      }`
    : undefined
}

/** NAVER's script writes `_fwb` and loads a second script before the page calls anything. */
const NAVER = (path: string) => {
  if (path.endsWith('/synchronizer.js'))
    return `setTimeout(() => {
      fetch('https://nam.veta.naver.com/nac/1', { mode: 'no-cors', credentials: 'include' })
      localStorage.setItem('NA_NACC', '1')
    }, 100)`
  return path === '/wcslog.js'
    ? `{
        ${store('_fwb')}
        window.wcs_add ??= {}
        const trans = () => navigator.sendBeacon('https://wcs.naver.com/b', wcs_add.wa)
        window.wcs_do = () => {
          ${store('wcs_bt')}
          trans()
        }
        window.wcs = { inflow() {}, pageview: wcs_do, trans }
        ${insert('https://ssl.pstatic.net/melona/libs/gfp-nac-module/synchronizer.js')}
      }`
    : undefined
}

/** Kakao's script. Kakao lists no cookie: the one of this stand-in is an option of the preset. */
const KAKAO = (path: string) =>
  path === '/kas/static/kp.js'
    ? `window.kakaoPixel = id => {
        const send = code => {
          ${store('made_up')}
          new Image().src = 'https://bc.ad.daum.net/bc?d=' + encodeURIComponent(id + code)
        }
        return { pageView: () => send('PageView'), purchase: () => send('Purchase') }
      }`
    : undefined

/**
 * LINE's script. No copy of it was found, so it is assumed that it plays the queue, takes over `_lt`
 * and writes its cookies when it sends. The image is that of the vendor's `<noscript>`.
 */
const LINE = (path: string) =>
  path.endsWith('/lt.js')
    ? `{
        let type
        const commands = {
          init(options) {
            type = options.customerType
          },
          send(event, ...more) {
            const [id] = more.at(-1)
            ${store('__lt__cid')}
            ${store('__lt__sid')}
            new Image().src = 'https://tr.line.me/tag.gif?c_t=' + type + '&t_id=' + id + '&e=' + event
          },
        }
        window._lt = (name, ...more) => commands[name](...more)
        for (const [name, ...more] of _ltq) commands[name](...more)
      }`
    : undefined

/**
 * The script of Yahoo! JAPAN Ads, by a public copy. It does nothing if the list has a `push` of its
 * own. Search ads load Google's script from another host; where it sends to is assumed.
 */
const YAHOO = (path: string) => {
  if (path === '/pagead/conversion_async.js')
    return `window.google_trackConversion = ({ id }) => {
      new Image().src = 'https://b97.yahoo.co.jp/pagead/conversion/' + id
    }`
  if (path === '/search/') return 'void 0'
  return path.endsWith('/ytag.js')
    ? `{
        const load = (src, onload = null) =>
          document.head.append(Object.assign(document.createElement('script'), { src, onload }))
        const sent = new Set()
        const commands = {
          ycl_cookie() {
            if (location.search.includes('yclid=YSS.')) ${store('_ycl_aw')}
          },
          yjad_retargeting({ yahoo_retargeting_id: id }) {
            if (sent.has(id)) return
            sent.add(id)
            ${store('_ts_yjad')}
            load('https://b92.yahoo.co.jp/search/?p=' + id + '&r=' + Math.random())
          },
          yjad_conversion({ yahoo_ydn_conv_io: io }) {
            new Image().src = 'https://b90.yahoo.co.jp/c?yahoo_ydn_conv_io=' + io
          },
          yss_retargeting({ yahoo_ss_retargeting_id: id }) {
            const track = () => google_trackConversion({ id })
            if (window.google_trackConversion) track()
            else load('https://b97.yahoo.co.jp/pagead/conversion_async.js', track)
          },
        }
        class Calls extends Array {
          push(...calls) {
            super.push(...calls)
            const [{ type, config = {} }] = calls[0]
            commands[type]?.(config)
          }
        }
        const { yjDataLayer } = window
        if (yjDataLayer.push === Array.prototype.push) {
          const calls = new Calls()
          for (const call of yjDataLayer) calls.push(call)
          window.yjDataLayer = calls
        }
      }`
    : undefined
}

/** The presets that load a script, by name. */
export const PLAYED: Readonly<Record<string, Played>> = {
  clarity: {
    options: { id: 't7oy6y6059' },
    file: 'preset-cl.js',
    hosts: /clarity\.ms/,
    script: CLARITY,
    stored: ['_clck', '_clsk', '_cltk'],
  },
  channelTalk: {
    options: { id: '1e59756c-0ad9-4175-ab13-8dd1d5bfdad0' },
    file: 'preset-ct.js',
    hosts: /channel\.io/,
    script: CHANNEL,
    stored: ['Channel.ch-veil-id', 'ch-session-1', 'ch-veil-id'],
  },
  metaPixel: {
    options: { id: '1595596972063765' },
    file: 'preset-mp.js',
    hosts: /facebook\.(com|net)/,
    script: META,
    stored: ['_fbp'],
    visit: /facebook\.com\/tr/,
    call: "fbq('track', 'Purchase'); history.pushState({}, '', '?later')",
  },
  hotjar: {
    options: { id: '1234567' },
    file: 'preset-hj.js',
    hosts: /hotjar\.(com|io)/,
    script: HOTJAR,
    stored: ['_hjSessionUser_1234567', '_hjSession_1234567', 'hjActiveViewportIds', 'hjViewportId'],
    storedAgain: ['_hjSession_1234567'],
    call: "hj('event', 'later')",
  },
  naverAnalytics: {
    options: { id: '2e819ec0169a' },
    file: 'preset-nv.js',
    hosts: /naver\.(com|net)|pstatic\.net/,
    script: NAVER,
    stored: ['_fwb', 'wcs_bt', 'NA_NACC'],
    storedAgain: ['wcs_bt'],
    visit: /wcs\.naver\.com\/b/,
    call: 'wcs_do(); wcs.trans({ type: "purchase" })',
  },
  kakaoPixel: {
    options: { id: '4536685350611693576', cookies: ['made_up'] },
    file: 'preset-kp.js',
    hosts: /daum(cdn)?\.net/,
    script: KAKAO,
    stored: ['made_up'],
    visit: /bc\.ad\.daum\.net/,
    call: "kakaoPixel('1').purchase()",
  },
  lineTag: {
    options: { id: '1e11feb8-0b70-4f0b-b0b2-826a83b5721d' },
    file: 'preset-ln.js',
    hosts: /line(-scdn\.net|\.me)/,
    script: LINE,
    stored: ['__lt__cid', '__lt__sid'],
    visit: /tr\.line\.me\/tag\.gif\?c_t=lap&t_id=1e11feb8-0b70-4f0b-b0b2-826a83b5721d&e=pv/,
    call: "_lt('send', 'cv', { type: 'Conversion' }, ['1e11feb8-0b70-4f0b-b0b2-826a83b5721d'])",
  },
  yahooTag: {
    options: { searchId: '1000135862', displayId: '0ZAMPTELQT' },
    file: 'preset-yj.js',
    hosts: /yimg\.jp|yahoo\.co\.jp/,
    script: YAHOO,
    search: '?yclid=YSS.EAIaIQobChMI',
    stored: ['_ts_yjad', '_ycl_aw'],
    storedAgain: ['_ycl_aw'],
    visit: /b97\.yahoo\.co\.jp\/pagead\/conversion\/1000135862/,
    call: `ytag({ type: 'yjad_conversion', config: { yahoo_ydn_conv_io: 'SgZ1' } })
      ytag({ type: 'yss_retargeting', config: { yahoo_ss_retargeting_id: '1000135862' } })`,
  },
}
