import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptancesIn, inventoryIn, privateKeyIn, publicKeyIn } from './read-input.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-input-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Writes a file, and returns its path. */
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

const pem = { type: 'pkcs8', format: 'pem' } as const

test('reads an Ed25519 key that signs, and its public half', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const mine = file('key.pem', privateKey.export(pem).toString())
  const theirs = file('public.pem', publicKey.export({ type: 'spki', format: 'pem' }).toString())
  expect(privateKeyIn(mine)?.equals(privateKey)).toBe(true)
  expect(publicKeyIn(theirs)?.equals(publicKey)).toBe(true)
})

test('reads nothing where no file is given', () => {
  expect([privateKeyIn(undefined), publicKeyIn(undefined), inventoryIn(undefined)]).toEqual([
    ...[undefined, undefined, undefined],
  ])
  expect(acceptancesIn(undefined)).toEqual([])
})

test('says which option names a file that cannot be used, and why', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export(pem).toString()
  expect(() => privateKeyIn(file('rsa.pem', rsa))).toThrow(/^--sign .*kind rsa\. Expected Ed25519/)
  expect(() => privateKeyIn(join(folder, 'none'))).toThrow(/^--sign .*ENOENT/)
  expect(() => publicKeyIn(file('x.pem', 'x'))).toThrow(/^--key /)
  expect(() => inventoryIn(file('i.json', '{}'))).toThrow(
    /^--inventory .*inventory\.policy is missing\. Expected what inventoryOf/,
  )
  expect(() => acceptancesIn(file('a.json', '[{}]'))).toThrow(/^--accept-file .*Entry 1/)
})
