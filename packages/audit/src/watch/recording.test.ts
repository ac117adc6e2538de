import { expect, test, vi } from 'vitest'
import { createRecording, type Recording } from './recording.ts'

const PAGE = 'https://www.shop.example/'

const request = (url: string, id?: string) => ({
  ...{ id, url, method: 'GET', resource: 'xhr', isHeld: false },
})
const announced = (recording: Recording, id: string, url: string, at: number, resource = 'fetch') =>
  recording.announced({
    ...{ id, url, method: 'GET', resource, time: recording.began + at, target: 'page' },
    initiator: { type: 'parser', url: `${PAGE}a.css` },
  })
const cookie = { name: 'id', domain: '.shop.example', path: '/', expires: -1, httpOnly: false }
const start = (limit = 100) => createRecording(limit, () => {})

test('a request belongs to the answer that the page had got when it sent the request', () => {
  const recording = start()
  const { began } = recording
  recording.answered('accepted', began + 100)
  recording.answered('withdrawn', began + 200)
  for (const [id, at] of [
    ['before', 99],
    ['at', 100],
    ['late', 199],
    ['after', 250],
  ] as const) {
    announced(recording, id, PAGE + id, at)
    recording.paused(request(PAGE + id, id))
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
  recording.paused({ ...request(`${PAGE}a.css`, '1'), resource: 'stylesheet' })
  for (const hop of ['first', 'second']) {
    announced(recording, '2', PAGE + hop, 1)
    recording.paused(request(PAGE + hop, '2'))
  }
  announced(recording, '3', `${PAGE}leaving`, 2)
  recording.paused(request(`${PAGE}leaving`))
  recording.paused(request(`${PAGE}unannounced`))
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
  recording.cookiesSet(`${PAGE}x`, lines, Date.now())
  recording.cookiesSet('https://other.example/', ['own=1'], Date.now())
  recording.cookiesAre([
    cookie,
    { ...cookie, name: 'own' },
    { ...cookie, name: 'hidden', httpOnly: true },
  ])
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
  recording.cookieWritten({ name: 'id', host: 'www.shop.example', script, time })
  recording.cookieWritten({ name: 'id', host: 'www.shop.example', script: PAGE, time })
  recording.cookieWritten({ name: 'id', host: 'other.example', script: PAGE, time })
  recording.cookieWritten({ name: 'hidden', host: 'www.shop.example', script, time })
  const key = { area: 'indexeddb' as const, origin: 'https://shop.example', key: 'a' }
  recording.keyWritten({ ...key, script, time })
  recording.cookiesAre([cookie, { ...cookie, name: 'hidden', httpOnly: true }])
  recording.keysAre([key, { ...key, area: 'local' }])
  const { cookies, cookiesLeft, storage, storageLeft } = recording.result()
  expect(cookies.map(one => one.script)).toEqual([script, undefined])
  expect(cookiesLeft.map(one => one.script)).toEqual([script, undefined])
  expect(storage.map(one => one.script)).toEqual([script, undefined])
  expect(storageLeft.map(one => one.script)).toEqual([script, undefined])
})

test('names the hosts whose requests were held, and reports the limit once', () => {
  const atLimit = vi.fn()
  const recording = createRecording(2, atLimit)
  const held = (host: string) => ({ ...request(`https://${host}.example/`), isHeld: true })
  recording.paused(held('b'))
  const socket = { ...held('a'), id: 's', time: 0, target: 'page', initiator: { type: 'script' } }
  recording.connected(socket, undefined, true)
  recording.paused(held('b'))
  expect(recording.result().heldHosts).toEqual(['a.example', 'b.example'])
  expect(atLimit).toHaveBeenCalledTimes(1)
})
