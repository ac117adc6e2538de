import { expect, test, vi } from 'vitest'
import { intercept } from './intercept.ts'

/** Something with a method and an accessor, such as a browser's prototypes have. */
const builtIn = () => {
  const log: unknown[] = []
  const target = {
    send(...args: unknown[]) {
      log.push([this, ...args])
      return `sent ${args.length}`
    },
    get src() {
      return 'old'
    },
    set src(value: string) {
      log.push(value)
    },
  }
  return { target, log }
}

const descriptor = (target: object, name: string) => Object.getOwnPropertyDescriptor(target, name)

test('answers a call in place of the built-in', () => {
  const { target, log } = builtIn()
  intercept(target, 'send', (_, [text]) => text === 'no' && (() => 'answer'))
  expect(target.send('no')).toBe('answer')
  expect(log).toEqual([])
})

test('any other call takes the way it took, with its arguments, its object and its result', () => {
  const { target, log } = builtIn()
  intercept(target, 'send', (_, [text]) => text === 'no' && (() => 'answer'))
  const other = Object.create(target) as typeof target
  expect(target.send('a', 'b')).toBe('sent 2')
  expect(other.send()).toBe('sent 0')
  expect(log).toEqual([[target, 'a', 'b'], [other]])
})

test('is told the object that was called and what with', () => {
  const { target } = builtIn()
  const answer = vi.fn(() => undefined)
  intercept(target, 'send', answer)
  target.send('a', 2)
  expect(answer).toHaveBeenCalledExactlyOnceWith(target, ['a', 2])
})

test('answers an assignment and leaves reading alone', () => {
  const { target, log } = builtIn()
  const refused = vi.fn()
  intercept(target, 'src', (_, [value]) => value === 'no' && refused)
  target.src = 'no'
  target.src = 'yes'
  expect(refused).toHaveBeenCalledOnce()
  expect(log).toEqual(['yes'])
  expect(target.src).toBe('old')
})

test('an answer may take the way that the call took, and look at what comes of it', () => {
  const { target, log } = builtIn()
  intercept(target, 'send', () => take => `${take()}!`)
  expect(target.send('a', 'b')).toBe('sent 2!')
  expect(log).toEqual([[target, 'a', 'b']])
})

test('an answer takes that way in its own time, or not at all', () => {
  const { target, log } = builtIn()
  intercept(target, 'src', () => take => void (target.src === 'old' && log.push('asked', take())))
  target.src = 'new'
  expect(log).toEqual(['new', 'asked', undefined])
})

test.each(['send', 'src'] as const)('its undo gives the very same %s back', name => {
  const { target } = builtIn()
  const before = descriptor(target, name)
  const undo = intercept(target, name, () => undefined)
  expect(descriptor(target, name)).not.toEqual(before)
  undo()
  expect(descriptor(target, name)).toEqual(before)
})

test('its undo leaves what somebody else has put over it', () => {
  const { target } = builtIn()
  const undo = intercept(target, 'send', () => undefined)
  const theirs = () => 'theirs'
  target.send = theirs
  undo()
  expect(target.send).toBe(theirs)
})

test('patches of several parties come off in the reverse order', () => {
  const { target } = builtIn()
  const before = descriptor(target, 'send')
  const undoFirst = intercept(target, 'send', () => undefined)
  const undoSecond = intercept(target, 'send', () => undefined)
  undoSecond()
  undoFirst()
  expect(descriptor(target, 'send')).toEqual(before)
})

test('leaves alone what is missing, fixed or neither method nor setter', () => {
  const fixed = Object.freeze({ send: () => 'fixed' })
  const missing: { send?: () => string } = {}
  const plain = { send: 'text' }
  const answer = () => () => 'answer'
  intercept(fixed, 'send', answer)()
  intercept(missing, 'send', answer)()
  intercept(plain, 'send', answer)()
  intercept<typeof fixed, []>(undefined, 'send', answer)()
  expect(fixed.send()).toBe('fixed')
  expect('send' in missing).toBe(false)
  expect(plain.send).toBe('text')
})

test('what stands on Object.prototype is no part of a built-in [49]', () => {
  const polluted = { value: 'x', set: 'x', writable: true }
  const { target } = builtIn()
  const results: unknown[] = []
  Object.assign(Object.prototype, polluted)
  try {
    const undos = (['send', 'src'] as const).map(name =>
      intercept(target, name, () => () => 'ours'),
    )
    results.push(target.send(), target.src)
    for (const undo of undos) undo()
    results.push(target.send())
  } finally {
    // Before anything else is called: no `expect` works until then.
    for (const name of Object.keys(polluted)) Reflect.deleteProperty(Object.prototype, name)
  }
  expect(results).toEqual(['ours', 'old', 'sent 0'])
})
