export { LastChoice } from './last-choice.tsx'
export { WholeRecord } from './whole-record.tsx'
export { whyAgain } from './why-again.ts'
