import { expect, test } from 'vitest'
import { giveEvent } from '../test/samples.ts'
import { post, startApp, summary } from '../test/start-app.ts'
import { otherCharset } from './other-charset.ts'

test.each([
  'text/plain',
  'application/json',
  'text/plain;charset=utf-8',
  'text/plain; charset=UTF-8',
  'application/json; charset="utf-8"',
  'text/plain; CharSet="UTF-8"',
  'text/plain; format=flowed; charset=utf-8; delsp=yes',
  'text/plain; x=latin1',
  'text/plain; x="; charset=latin1"',
  'text/plain; x="\\"; charset=latin1"',
])('a body with the content type %s is accepted', async contentType => {
  const { app } = await startApp()
  const answer = await post(app, giveEvent(), { 'content-type': contentType })
  expect(summary(answer)).toEqual([201, {}])
})

test.each([
  ['text/plain;charset=iso-8859-1', 'iso-8859-1'],
  ['application/json; charset=UTF-16LE', 'UTF-16LE'],
  ['text/plain; CHARSET=Latin1', 'Latin1'],
  ['text/plain; charset="windows-1252"', 'windows-1252'],
  ['text/plain; format=flowed; charset=us-ascii', 'us-ascii'],
  ['text/plain; x="a;b"; charset=latin1', 'latin1'],
  ['text/plain; charset=utf-8; charset=latin1', 'latin1'],
  ['text/plain; charset=latin1; charset=utf-8', 'latin1'],
])('a body with the content type %s is refused with 415', async (contentType, charset) => {
  expect(otherCharset(contentType)).toBe(charset)
  const { app, log } = await startApp()
  const answer = await post(app, giveEvent(), { 'content-type': contentType })
  expect(summary(answer)).toEqual([
    415,
    { error: `the charset "${charset}" is not taken: send the body as UTF-8` },
  ])
  expect((await log.head()).seq).toBe(0)
})
