import { expect, test, vi } from 'vitest'
import { createRecording, type Recording } from './recording.ts'

const PAGE = 'https://www.shop.example/'

const request = (url: string, id?: string) => ({
  ...{ id, url, method: 'GET', resource: 'xhr', isHeld: false },
})
const announced = (recording: Recording, id: string, url: string, at: number, resource = 'fetch') =>
  recording.noteAnnounced({
    ...{ id, url, method: 'GET', resource, time: recording.began + at, target: 'page' },
    initiator: { type: 'parser', url: `${PAGE}a.css` },
  })
const cookie = { name: 'id', domain: '.shop.example', path: '/', expires: -1, httpOnly: false }
const start = (limit = 100) => createRecording(limit, () => {})

test('a request belongs to the answer that the page had got when it sent the request', () => {
  const recording = start()
  const { began } = recording
  recording.noteAnswer('accepted', began + 100)
  recording.noteAnswer('withdrawn', began + 200)
  for (const [id, at] of [
    ['before', 99],
    ['at', 100],
    ['late', 199],
    ['after', 250],
  ] as const) {
    announced(recording, id, PAGE + id, at)
    recording.notePaused(request(PAGE + id, id))
  }
  const seen = recording
    .result()
    .requests.map(({ url, answer, at }) => [url.slice(PAGE.length), answer, at])
  expect(seen).toEqual([
    ['before', 'none', 99],
    ['at', 'accepted', 100],
    ['late', 'accepted', 199],
    ['after', 'withdrawn', 250],
  ])
})

test('names the initiator of each hop of a redirect, and of a request without an id by its address', () => {
  const recording = start()
  announced(recording, '1', `${PAGE}a.css`, 0, 'stylesheet')
  recording.notePaused({ ...request(`${PAGE}a.css`, '1'), resource: 'stylesheet' })
  for (const hop of ['first', 'second']) {
    announced(recording, '2', PAGE + hop, 1)
    recording.notePaused(request(PAGE + hop, '2'))
  }
  announced(recording, '3', `${PAGE}leaving`, 2)
  recording.notePaused(request(`${PAGE}leaving`))
  recording.notePaused(request(`${PAGE}unannounced`))
  const { requests } = recording.result()
  const kinds = Object.fromEntries(
    requests.map(({ url, initiator }) => [url.slice(PAGE.length), initiator.kind]),
  )
  expect(kinds).toMatchObject({ first: 'style', second: 'style', leaving: 'style' })
  expect(kinds['unannounced']).toBe('unknown')
})

test('tells whether a header or a script set a cookie, also a cookie deleted at once', () => {
  const recording = start()
  const lines = ['id=1; Domain=shop.example; Path=/', 'gone=1', 'old=; Max-Age=0']
  recording.cookies.noteHeader(`${PAGE}x`, lines, Date.now())
  recording.cookies.noteHeader('https://other.example/', ['own=1'], Date.now())
  const found = [cookie, { ...cookie, name: 'own' }]
  recording.cookies.noteCookies(
    [...found, { ...cookie, name: 'hidden', httpOnly: true }],
    Date.now(),
  )
  const { cookies, cookiesLeft } = recording.result()
  expect(cookies.map(({ name, origin }) => [name, origin])).toEqual([
    ['id', 'header'],
    ['gone', 'header'],
    ['own', 'header'],
    ['own', 'script'],
    ['hidden', 'unknown'],
  ])
  expect(cookiesLeft.map(({ name }) => name)).toEqual(['id', 'own', 'hidden'])
})

test('names the script that has first written a cookie or a key, on a host that can', () => {
  const recording = start()
  const { began: time } = recording
  const script = 'https://pixel.example/a.js'
  recording.noteCookieWrite({ name: 'id', host: 'www.shop.example', script, time })
  recording.noteCookieWrite({ name: 'id', host: 'www.shop.example', script: PAGE, time })
  recording.noteCookieWrite({ name: 'id', host: 'other.example', script: PAGE, time })
  recording.noteCookieWrite({ name: 'hidden', host: 'www.shop.example', script, time })
  const key = { area: 'indexeddb' as const, origin: 'https://shop.example', key: 'a' }
  recording.noteKeyWrite({ ...key, script, time })
  recording.cookies.noteCookies([cookie, { ...cookie, name: 'hidden', httpOnly: true }], Date.now())
  recording.noteKeys({ keys: [key, { ...key, area: 'local' }], origins: new Map() })
  const { cookies, cookiesLeft, storage, storageLeft } = recording.result()
  expect(cookies.map(one => one.script)).toEqual([script, undefined])
  expect(cookiesLeft.map(one => one.script)).toEqual([script, undefined])
  expect(storage.map(one => one.script)).toEqual([script, undefined])
  expect(storageLeft.map(one => one.script)).toEqual([script, undefined])
})

test('a key that a script writes again after a later answer is listed again, if it was seen then', () => {
  vi.useFakeTimers()
  const recording = start()
  const { began } = recording
  const key = { area: 'local' as const, origin: 'https://shop.example', key: 'a' }
  const gone = { ...key, key: 'b' }
  const database = { ...key, area: 'indexeddb' as const }
  const lookAt = (at: number, ...keys: (typeof key | typeof database)[]) => {
    vi.setSystemTime(began + at)
    recording.noteKeys({ keys, origins: new Map() })
  }
  const script = 'https://pixel.example/a.js'
  const writeAt = (at: number, ...keys: (typeof key | typeof database)[]) => {
    for (const one of keys) recording.noteKeyWrite({ ...one, script, time: began + at })
  }
  recording.noteAnswer('accepted', began + 100)
  recording.noteAnswer('withdrawn', began + 200)
  lookAt(110, key, gone, database)
  writeAt(150, key)
  lookAt(210)
  writeAt(220, key, gone, database)
  lookAt(230, key, database)
  lookAt(240)
  vi.useRealTimers()
  const { storage } = recording.result()
  expect(storage.map(one => [one.key, one.area, one.answer, one.at])).toEqual([
    ['a', 'local', 'accepted', 110],
    ['a', 'local', 'withdrawn', 220],
    ['b', 'local', 'accepted', 110],
    ['a', 'indexeddb', 'accepted', 110],
  ])
  expect(storage[1]?.script).toBe(script)
})

test('names the origins whose last frames have not told their storage keys', () => {
  const recording = start()
  const look = (...origins: [string, boolean][]) =>
    recording.noteKeys({ keys: [], origins: new Map(origins) })
  look(['https://b.example', false], ['https://a.example', false], ['https://c.example', true])
  expect(recording.result().unreadOrigins).toEqual(['https://a.example', 'https://b.example'])
  look(['https://a.example', true])
  expect(recording.result().unreadOrigins).toEqual(['https://b.example'])
  look(['https://b.example', true])
  expect(recording.result().unreadOrigins).toBeUndefined()
})

test('names the hosts whose requests were held, and reports the limit once', () => {
  const atLimit = vi.fn()
  const recording = createRecording(2, atLimit)
  const held = (host: string) => ({ ...request(`https://${host}.example/`), isHeld: true })
  recording.notePaused(held('b'))
  const socket = { ...held('a'), id: 's', time: 0, target: 'page', initiator: { type: 'script' } }
  recording.noteConnected(socket, undefined, true)
  recording.notePaused(held('b'))
  expect(recording.result().heldHosts).toEqual(['a.example', 'b.example'])
  expect(atLimit).toHaveBeenCalledTimes(1)
})
