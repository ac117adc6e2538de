/** An id of 128 bits, or the first 22 characters of a hash. */
const ID = { type: 'string', pattern: '^[A-Za-z0-9_-]{22}$' }

/** Seconds since the epoch. */
const SECONDS = { type: 'integer', minimum: 1, maximum: 99_999_999_999 }

/** A text without control characters (PostgreSQL rejects NUL) or unpaired surrogates. */
const text = (maxLength: number) => ({
  type: 'string',
  minLength: 1,
  maxLength,
  pattern: '^[^\\p{Cc}\\p{Cs}]+$',
})

/**
 * The schema of the record in an event. This record has no receipt id, since `receipt` of the event
 * is the id. The SDK's `decodeRecord` accepts every record that the schema and `eventFault` accept,
 * if its cookie value has fewer than 1024 characters.
 */
const RECORD = {
  type: 'object',
  additionalProperties: false,
  required: ['v', 'p', 'l', 't', 'e', 'c', 'm', 's', 'n'],
  properties: {
    v: { const: 1 },
    p: text(64),
    h: ID,
    l: { type: 'string', maxLength: 35, pattern: '^[A-Za-z]{2,3}(-\\w+)*$' },
    t: SECONDS,
    e: SECONDS,
    c: {
      type: 'object',
      maxProperties: 64,
      propertyNames: { pattern: '^[A-Za-z][\\w\\-]{0,39}$' },
      additionalProperties: { enum: [0, 1] },
    },
    x: { type: 'array', maxItems: 64, items: text(128) },
    m: { enum: ['accept', 'reject', 'custom', 'withdraw', 'gpc'] },
    s: { enum: ['banner', 'preferences', 'inline', 'api'] },
    g: { const: 1 },
    n: { type: 'integer', minimum: 1, maximum: 999_999_999 },
  },
}

const EVENT = {
  type: 'object',
  additionalProperties: false,
  required: ['v', 'id', 'type', 'record'],
  properties: {
    v: { const: 1 },
    id: ID,
    type: { enum: ['give', 'update', 'withdraw', 'refuse'] },
    receipt: ID,
    ends: ID,
    record: RECORD,
  },
}

const NOTICE = {
  type: 'object',
  additionalProperties: false,
  required: ['v', 'type', 'h', 'text'],
  properties: {
    v: { const: 1 },
    type: { const: 'notice' },
    h: ID,
    text: { type: 'string', minLength: 1 },
  },
}

/**
 * The JSON Schema of the documents that a page may send. `eventFault` checks the relations between
 * fields.
 */
export const DOCUMENT = {
  type: 'object',
  required: ['type'],
  discriminator: { propertyName: 'type' },
  oneOf: [EVENT, NOTICE],
}
