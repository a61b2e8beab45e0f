import { type Recipient, recipientSchema } from '../../shared/domain/recipient.ts';
import { nationalUnit } from '../../shared/domain/unit.ts';

/**
 * Who is told when no unit up to KPU RI has anybody: the application itself, where whoever opens it sees the message.
 * It is no stored person and cannot be removed.
 */
export const desk: Recipient = recipientSchema.parse({
  id: 'meja-nasional',
  name: 'Meja pemantauan KPU RI',
  unit: nationalUnit,
  units: [nationalUnit],
  below: true,
  contacts: [{ channel: 'in_app', address: '-' }],
  sensitivity: 'tinggi',
});
