const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Before a place: says that the next word is an area, whatever else it could mean. */
export const officeCues = set(
  'kabupaten kabupatén kab kota kpu kpud kip bawaslu panwaslu panwaslih panwascam polres polresta polrestabes polresto ' +
    'polsek polda pilkada pilbup pilwali pilwalkot pilwakot pilgub pilkot walikota bupati wabup gubernur dprd dprk ' +
    'kejari kejati kodim korem kodam lapas rutan pemkab pemkot pemprov pemda rsud bpbd bps disdukcapil dukcapil ' +
    'satpol kesbangpol kecamatan kec distrik ppk dapil provinsi prov pn ptun pengadilan pelabuhan bandara stasiun ' +
    'terminal humas psu rekap pleno kaban ketua komisioner',
);

/** Before a place: says so when the word is also written as a name. */
export const weakCues = set(
  'di ke dari daerah wilayah warga masyarakat wong arek urang asal se sekitar area pulau tps pps kpps sini ning nang ' +
    'teng ti neng saking dateng in from at hingga sampai menuju buat untuk kawasan pemilih penduduk orang nagari gampong',
);

/** Before a shared name: the regency is meant. */
export const regencyCues = set('kabupaten kabupatén kab bupati pilbup pemkab wabup polres dispendukcapilkab');
/** Before a shared name: the city is meant. */
export const cityCues = set(
  'kota walikota pilwali pilwalkot pilwakot pilkot pemkot polresta polrestabes wawali wawalkot',
);

/** Before a name: it is a street, a dish, a tongue, a firm, a club or a paper, and no area is meant. */
export const namesakeCues = set(
  'jalan jl jln gang bakso soto sate nasi rendang pempek bika pisang dodol gudeg rujak tahu lumpia lontong rawon coto ' +
    'mie bakmi kopi jeruk apel salak brem pecel tempe keripik peuyeum bubur wingko getuk asinan serabi surabi ' +
    'jenang martabak ketoprak bahasa babahasa babasa boso basa suku logat dialek marga bank tribun radar harian koran ' +
    'hotel masakan kuliner restoran rm wayang tari tarian lagu film serial jenang bandeng telur ikan bolu roti',
);

/** Before a name: a village, ward or hamlet that only shares the name of a regency. */
export const villageCues = set('desa kelurahan kel dusun perumahan kalurahan');

/** After a name: a newspaper or broadcaster, or a word that makes it no area. */
export const namesakeTails = set('pos post ekspres tv fm united fc');

/** Before a district: its own offices, which no other word follows. */
export const districtOffices = set('kecamatan kec distrik ppk panwascam polsek koramil camat puskesmas');

/** Before a town or district that is written as a name. */
export const districtCues = set('kota pulau teluk tps');
