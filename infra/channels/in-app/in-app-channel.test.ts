import { contactSchema } from '../../../shared/domain/recipient.ts';
import { describeChannelContract } from '../../../shared/ports/channel.contract.ts';
import { createInAppChannel, type InAppNotice } from './in-app-channel.ts';

const nowhere = 'the application is the far end: nothing leaves the process';

describeChannelContract({
  name: 'in_app',
  async create() {
    const told: InAppNotice[] = [];
    return {
      channel: createInAppChannel((notice) => told.push(notice)),
      contact: contactSchema.parse({ channel: 'in_app', address: '-' }),
      behave: () => {},
      arrived: async () => told.map(({ deliveryId }) => ({ deliveryId, visible: '' })),
      destroy: async () => {},
    };
  },
  carriesNoText: 'a notice names the message; the page reads it by that id and escapes it',
  without: { busy: nowhere, refuse: nowhere, deny: nowhere, hang: nowhere, drop: nowhere },
});
