import { catalogue } from '../../texts/catalogue.ts';

/** Kinds of partners and of what is done with them, as other pages say them too. */
export const partnerWords = catalogue({
  kind_ministry: ['Kementerian dan lembaga', 'Ministries and agencies'],
  kind_bawaslu: ['Bawaslu', 'Bawaslu'],
  kind_dkpp: ['DKPP', 'DKPP'],
  kind_military_police: ['TNI dan Polri', 'Military and police'],
  kind_ngo: ['Masyarakat sipil', 'Civil society'],
  kind_observer: ['Pemantau', 'Observers'],
  kind_party: ['Partai politik', 'Political parties'],
  kind_media: ['Media massa', 'Media'],
  kind_university: ['Perguruan tinggi', 'Universities'],
  kind_platform: ['Platform digital', 'Platforms'],
  kind_local_government: ['Pemerintah daerah', 'Local governments'],
  kind_influencer: ['Pemengaruh', 'Influencers'],
  done_press_tour: ['Press tour', 'Press tour'],
  done_gathering: ['Media gathering', 'Media gathering'],
  done_webinar: ['Webinar', 'Webinar'],
  done_focus_group: ['Diskusi terarah', 'Focus group'],
  done_meeting: ['Audiensi', 'Meeting'],
  done_training: ['Pelatihan', 'Training'],
});
