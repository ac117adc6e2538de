export { WholeRecord } from './whole-record.tsx'
export { WhyAgain } from './why-again.tsx'
