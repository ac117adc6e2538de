import { createHash, generateKeyPairSync } from 'node:crypto'
import { unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { SAMPLE_INVENTORY } from '../../test/support/sample-seen.ts'
import { JPEG, wholeSeen } from '../../test/support/whole-seen.ts'
import { judge } from '../judge/judge.ts'
import type { Seen } from '../seen.ts'
import { type Conditions, conditionsOf } from './conditions.ts'
import { readEvidence } from './read.ts'
import { sealEvidence } from './seal.ts'
import { verifyEvidence } from './verify.ts'

const SEEN = wholeSeen()
const SEALED = sealEvidence({
  ...{ seen: SEEN, inventory: SAMPLE_INVENTORY },
  reports: { 'consent-audit.html': '<!doctype html>' },
})
const MINE = generateKeyPairSync('ed25519')
const OTHER = generateKeyPairSync('ed25519')

/** Packs the files of a sealed file again after a change, with a correct comment. */
const changed = (change: (files: Record<string, Uint8Array>) => void, sealed = SEALED) => {
  const files = unzipSync(sealed)
  change(files)
  const zip = Buffer.from(zipSync(files))
  zip.writeUInt16LE(72, zip.length - 2)
  const hash = createHash('sha256').update(zip).digest('hex')
  return Buffer.concat([zip, Buffer.from(`SHA-256 ${hash}`)])
}

const textIn = (name: string) => Buffer.from(unzipSync(SEALED)[name] ?? []).toString('utf8')

test('a sealed file is intact, and holds what was seen, the inventory and every kind of file', () => {
  const { files, ...found } = verifyEvidence(SEALED)
  expect(found).toMatchObject({ isIntact: true, faults: [], signer: undefined })
  expect(found.head).toMatch(/^[0-9a-f]{64}$/)
  const { seen, inventory } = readEvidence(files)
  expect(JSON.stringify(seen)).toBe(JSON.stringify(SEEN))
  expect(judge(seen).sha256).toBe(judge(SEEN).sha256)
  expect(inventory).toEqual(SAMPLE_INVENTORY)
  const names = [...files.keys()]
  for (const name of ['seen.json', 'seen.schema.json', 'network.har', 'conditions.json'])
    expect(names).toContain(name)
  expect(names).toContain('consent-audit.html')
  expect(names).toContain('pictures/page-3-accept-1.jpg')
  expect(names.at(-1)).toBe('chain.json')
})

test('the same audit is sealed into the same bytes', () => {
  const again = sealEvidence({
    ...{ seen: SEEN, inventory: SAMPLE_INVENTORY },
    reports: { 'consent-audit.html': '<!doctype html>' },
  })
  expect(Buffer.compare(Buffer.from(again), Buffer.from(SEALED))).toBe(0)
})

test('every byte counts: wherever one is changed, the file is not intact', () => {
  const step = Math.max(1, Math.floor(SEALED.length / 300))
  const unnoticed: number[] = []
  // The last bytes are the directory of the archive and the comment.
  for (let at = 0; at < SEALED.length; at += at > SEALED.length - 150 ? 1 : step) {
    const copy = Uint8Array.from(SEALED)
    copy[at] = (copy[at] ?? 0) ^ 1
    if (verifyEvidence(copy).isIntact) unnoticed.push(at)
  }
  expect(unnoticed).toEqual([])
})

test('names the file that has one byte changed', () => {
  for (const name of Object.keys(unzipSync(SEALED))) {
    const { isIntact, faults } = verifyEvidence(
      changed(files => {
        const bytes = Uint8Array.from(files[name] ?? [])
        bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
        files[name] = bytes
      }),
    )
    expect({ name, isIntact }).toEqual({ name, isIntact: false })
    expect(faults.join()).toContain(name)
    if (name !== 'chain.json') expect(faults).toHaveLength(1)
  }
})

test.each<[string, Uint8Array, RegExp]>([
  ['a missing file', changed(files => delete files['network.har']), /^network\.har is missing\.$/],
  ['a missing chain', changed(files => delete files['chain.json']), /^chain\.json is missing\.$/],
  [
    'an added file, with its name made printable',
    changed(files => {
      files['\u001b[2Jx'] = new Uint8Array(1)
    }),
    /^\\u001b\[2Jx was added\.$/,
  ],
  [
    'an entry that was taken out of the chain',
    changed(files => {
      const chain = JSON.parse(textIn('chain.json'))
      chain.entries.splice(1, 1)
      files['chain.json'] = Buffer.from(`${JSON.stringify(chain, null, 2)}\n`)
    }),
    /entry 2 \(network\.har\) does not follow/,
  ],
  ['an archive that was packed again', zipSync(unzipSync(SEALED)), /packed again/],
  ['no archive', Buffer.from('no zip'), /^The file is no zip archive/],
  ['an empty file', new Uint8Array(), /^The file is no zip archive/],
  ['half of the file', SEALED.slice(0, SEALED.length >> 1), /no zip archive/],
])('says what is not intact: %s', (_, bytes, words) => {
  const { isIntact, faults } = verifyEvidence(bytes)
  expect(isIntact).toBe(false)
  expect(faults[0]).toMatch(words)
})

const SIGNED = sealEvidence({ seen: SEEN, key: MINE.privateKey })

test('verifies a signature, and that a known key has signed', () => {
  const pem = MINE.publicKey.export({ type: 'spki', format: 'pem' }).toString()
  expect(verifyEvidence(SIGNED)).toMatchObject({ isIntact: true, signer: pem })
  expect(verifyEvidence(SIGNED, { key: MINE.publicKey })).toMatchObject({ isIntact: true })
})

test.each<[string, Uint8Array, RegExp]>([
  ['of another key', sealEvidence({ seen: SEEN, key: OTHER.privateKey }), /is of another key/],
  ['that is missing', sealEvidence({ seen: SEEN }), /^signature\.json is missing/],
  [
    'that belongs to other evidence',
    changed(files => {
      const other = unzipSync(
        sealEvidence({ seen: { ...SEEN, duration: 1 }, key: MINE.privateKey }),
      )
      files['signature.json'] = other['signature.json'] as Uint8Array
    }, SIGNED),
    /does not fit chain\.json/,
  ],
  [
    'that is no JSON',
    changed(files => {
      files['signature.json'] = Buffer.from('{')
    }, SIGNED),
    /^signature\.json was altered\.$/,
  ],
])('says that a signature is wrong: one %s', (_, bytes, words) => {
  const { isIntact, faults } = verifyEvidence(bytes, { key: MINE.publicKey })
  expect(isIntact).toBe(false)
  expect(faults.join()).toMatch(words)
})

test('the HAR has a page for each phase, no body, no header and no contents of cookies', () => {
  const { log } = JSON.parse(textIn('network.har'))
  expect(log.version).toBe('1.2')
  expect(log.pages).toHaveLength(9)
  const last = log.entries.at(-1)
  expect(last).toMatchObject({
    pageref: 'page-3-accept',
    startedDateTime: '2026-11-28T01:30:06.250Z',
    time: 12,
    request: {
      headers: [],
      cookies: [
        { name: '_ga', value: '' },
        { name: 'session', value: '' },
      ],
      queryString: [
        { name: 'v', value: '2' },
        { name: 'tid', value: 'G-1' },
      ],
    },
    response: { status: 204, headers: [], content: { mimeType: 'text/plain' } },
  })
  expect(JSON.stringify(log)).not.toMatch(/postData|"text"/)
})

test('the conditions have the hash of the consent script, or of all scripts where it is unknown', () => {
  const conditions = JSON.parse(textIn('conditions.json'))
  expect(conditions.options).toEqual(SEEN.options)
  expect(conditions.inventory).toMatchObject({ hash: SAMPLE_INVENTORY.hash })
  const urlsIn = ({ pages }: Pick<Conditions, 'pages'>) =>
    pages.at(-1)?.consentScripts.map(({ url }) => url)
  expect(urlsIn(conditions)).toEqual(['https://a.example/consent/consent.js'])
  const unknown: Seen = JSON.parse(JSON.stringify(SEEN).replaceAll('spaceone', 'words'))
  expect(urlsIn(conditionsOf(unknown))).toEqual([
    ...['https://a.example/consent/consent.js', 'https://a.example/shop.js'],
  ])
})

test('a picture shows the control that was pressed, with its words', () => {
  const svg = textIn('pictures/page-3-accept-1.svg')
  expect(svg).toContain(`data:image/jpeg;base64,${JPEG}`)
  expect(svg).toContain('<title>accept: &lt;모두 허용&gt;</title>')
  expect(svg).toContain('<rect x="17" y="697.5" width="126" height="46"')
  expect(textIn('pictures/page-3-accept-2.svg')).toBe('')
})
