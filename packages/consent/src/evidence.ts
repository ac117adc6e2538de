export {
  type DeliveryEvent,
  type DeliveryOptions,
  type KeptNotice,
  type NoticeTable,
  type Receipt,
  type ReceiptOptions,
  receipt,
} from './evidence/index.ts'
export { deliverTo } from './npm/deliver-to.ts'
