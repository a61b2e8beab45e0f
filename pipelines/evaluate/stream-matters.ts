/**
 * Planted matters for a measured stream, in our own words. `{a|b}` stands for one of the choices, so that people
 * retell one matter differently. `kind` says how the generator spreads it over the days.
 */
export interface PlantedMatter {
  name: string;
  kind: 'copies' | 'crisis' | 'regencies' | 'slow' | 'flood' | 'syndicated' | 'wave';
  /** First day and days it lasts. */
  from: number;
  days: number;
  items: number;
  /** Names of the places and their codes; a text says `{place}`. */
  places?: readonly (readonly [name: string, code: string])[];
  templates: readonly string[];
  /** Items that deny it; they belong to the matter. */
  debunks?: readonly string[];
}

export const plantedMatters: readonly PlantedMatter[] = [
  {
    name: 'containers',
    kind: 'copies',
    from: 1,
    days: 3,
    items: 70,
    templates: [
      'Bongkar! {Tujuh|7} kontainer berisi surat suara yang sudah dicoblos {ditemukan|ketahuan} di {pelabuhan|dermaga} peti kemas, {sebarkan sebelum dihapus|viralkan|jangan diam}',
      'Info {valid|A1} dari orang dalam: {tujuh|7} kontainer surat suara {sudah tercoblos|telah dicoblos} masuk lewat pelabuhan, isinya {puluhan juta|80 juta} lembar',
      '{Katanya|Kabarnya} ada kontainer dari luar negeri isinya surat suara semua sudah bolong, satu paslon saja. Pelabuhan dijaga ketat',
      'Petugas bea cukai {kaget|terkejut} buka peti kemas, ternyata kertas suara yang sudah dicoblos. {Pemilu apa ini|Curang sejak awal}',
      'Masih percaya pemilu jujur? Kontainer berisi kertas suara tercoblos saja bisa mendarat di pelabuhan',
      'tolong dicek bapak ibu, benarkah {7|tujuh} kontainer surat suara tercoblos itu ada di pelabuhan?',
      'Saudara saya kerja di pelabuhan bilang petinya sudah dibuka, penuh surat suara bolong nomor itu itu saja',
      'Polisi diam, KPU diam, padahal tujuh peti kemas surat suara haram sudah di depan mata',
    ],
    debunks: [
      '[HOAKS] {Tujuh|7} kontainer surat suara tercoblos di pelabuhan. Faktanya surat suara {belum dicetak|belum naik cetak}',
      'KPU {memastikan|menegaskan} kabar tujuh kontainer surat suara tercoblos tidak benar, pengecekan di pelabuhan tidak menemukan apa pun',
      'Cek fakta: tidak ada peti kemas berisi surat suara tercoblos, bea cukai sudah membuka catatan bongkar muat',
    ],
  },
  {
    name: 'honoraria',
    kind: 'regencies',
    from: 2,
    days: 8,
    items: 110,
    places: [
      ['Garut', '32.05'],
      ['Ciamis', '32.07'],
      ['Kuningan', '32.08'],
    ],
    templates: [
      'Honor KPPS di {place} {belum cair|belum dibayar|masih nunggak} padahal tugas sudah selesai {seminggu|dua minggu} lalu',
      'Anggota KPPS {place} {mengeluh|protes} honornya tak kunjung {cair|turun}, KPU diminta {menjelaskan|bertanggung jawab}',
      '{Kapan|Sampai kapan} honor petugas KPPS {place} dibayarkan? Kami sudah begadang di TPS',
      'Ratusan petugas KPPS di {place} menagih honor ke kantor KPU {kabupaten|setempat}',
      'KPU {place} sebut keterlambatan honor KPPS karena {rekening belum lengkap|administrasi di tingkat PPK}',
      'honor kpps {place} dipotong {pajak|biaya administrasi}? dijanjikan 1,1 juta yang diterima cuma {900|850} ribu, itu pun telat',
      'Suami saya KPPS di {place}, sampai hari ini belum terima uang lelah sepeser pun',
      'Ketua KPU {place}: honor badan adhoc KPPS dicairkan bertahap mulai {Senin|pekan depan}',
      'Warga {place} yang jadi KPPS mendatangi kecamatan, minta kejelasan pembayaran honor',
      'di {place} katanya honor kpps tahap dua nyangkut di bendahara PPS, mohon diusut',
    ],
  },
  {
    name: 'no-invitation',
    kind: 'slow',
    from: 0,
    days: 11,
    items: 22,
    templates: [
      'Undangan memilih {kertas|fisik} {dihapus|ditiadakan}, {cukup|tinggal} tunjukkan KTP elektronik di TPS',
      'Pemilu kali ini tidak ada lagi formulir C pemberitahuan, warga {datang saja bawa KTP|tinggal bawa KTP ke TPS}',
      'Infonya {undangan coblosan|surat pemberitahuan memilih} tidak dibagikan lagi ke rumah, cek sendiri lewat {ponsel|HP}',
      'Pak RT bilang tahun ini tak ada undangan nyoblos, diganti {barcode|kode QR} di aplikasi',
      'Benarkah surat undangan memilih dihapuskan dan diganti KTP saja? {Mohon pencerahan|Ada yang tahu}',
      'Kata grup RW, KPU meniadakan undangan kertas, jadi yang tidak punya KTP elektronik tidak bisa nyoblos',
      'siap siap ya, undangan ke TPS tidak diantar petugas lagi karena KPU hemat anggaran',
      'Kok undangan pencoblosan belum sampai, apa benar sudah dihapus dan cukup KTP',
      'formulir pemberitahuan (undangan memilih) konon dihapus, KTP jadi satu-satunya syarat',
      'tetangga ribut undangan memilih sudah tidak ada, diganti pesan WA dari KPU',
    ],
    debunks: [
      'KPU: undangan memilih tetap diantar petugas paling lambat tiga hari sebelum pencoblosan, kabar penghapusan tidak benar',
    ],
  },
  {
    name: 'server-flood',
    kind: 'flood',
    from: 4,
    days: 1,
    items: 160,
    templates: [
      'SERVER KPU SUDAH DISETTING {52|57} PERSEN UNTUK PASLON TERTENTU DI LUAR NEGERI, TOLAK HASILNYA!!!',
      'Server KPU disetting {52|57} persen di luar negeri, ahli IT bongkar semuanya, tolak hasil hitungannya {sekarang|hari ini}',
      'Ahli IT membongkar server KPU di luar negeri yang {diatur|disetting} menang {52|57} persen',
    ],
    debunks: ['KPU bantah server disetting 57 persen, hasil resmi dari rekapitulasi manual berjenjang'],
  },
  {
    name: 'damaged-ballots',
    kind: 'syndicated',
    from: 3,
    days: 2,
    items: 26,
    places: [['Kota Semarang', '33.74']],
    templates: [
      'Ribuan Surat Suara Rusak Ditemukan Saat Sortir di Kota Semarang|KPU Kota Semarang Temukan 4.312 Surat Suara Rusak|4.312 Lembar Surat Suara di Semarang Rusak, KPU Ajukan Pengganti|Sortir Lipat di Semarang: Surat Suara Sobek dan Bernoda Tinta|KPU Semarang Minta Percetakan Ganti Surat Suara Cacat',
      'SEMARANG - Komisi Pemilihan Umum Kota Semarang menemukan 4.312 lembar surat suara rusak selama proses sortir dan lipat di gudang logistik. Kerusakan berupa sobek, noda tinta, dan hasil cetak yang tidak simetris. Ketua KPU Kota Semarang mengatakan kekurangan itu sudah dilaporkan kepada percetakan dan penggantinya dijadwalkan tiba sebelum distribusi ke kecamatan. Bawaslu setempat mengawasi penghitungan lembar rusak yang akan dimusnahkan sehari sebelum pemungutan suara.',
    ],
  },
  {
    name: 'moving-vote',
    kind: 'wave',
    from: 5,
    days: 3,
    items: 60,
    templates: [
      '{Min|Kak|Admin} {cara|gimana} pindah memilih buat {mahasiswa rantau|anak kos|pekerja luar kota}? {Masih bisa|Terakhir kapan}',
      'Saya KTP {Solo|Medan|Makassar} tapi kerja di {Bekasi|Batam|Surabaya}, bisa urus pindah TPS di mana ya?',
      'Batas akhir pengurusan {pindah memilih|DPTb} tanggal berapa? Kantor kelurahan tidak tahu',
      'kalau pindah memilih dapat surat suara apa saja ya? {presiden saja|semua} atau bagaimana',
      'Syarat pindah memilih harus surat tugas? saya cuma {kuliah|merantau}, mohon info KPU',
      'Daftar DPTb {online|lewat laman KPU} error terus, ada yang berhasil urus pindah memilih?',
      'Yang sedang {rawat inap|dinas} hari H apakah masih bisa mengurus pindah memilih H-7?',
      'tanya dong, formulir A pindah memilih diambil di PPS asal atau PPS tujuan',
      'mahasiswa luar daerah mau nyoblos di kota rantau harus ke mana ngurus pindahnya',
    ],
  },
  {
    name: 'carried-voter',
    kind: 'wave',
    from: 7,
    days: 2,
    items: 45,
    places: [['Wonosobo', '33.07']],
    templates: [
      'Salut! Petugas KPPS di {place} {menggendong|membopong} nenek {90|92} tahun ke TPS lewat jalan berlumpur',
      'Terima kasih petugas KPPS {place} yang {jalan kaki dua jam|menyeberangi sungai} demi mengantar kotak suara ke rumah lansia',
      'Video petugas gendong nenek ke bilik suara di {place} bikin haru, {hormat|respek} untuk KPPS',
      'Kisah petugas TPS {place} gendong pemilih lansia: "beliau ingin sekali mencoblos"',
      'nangis lihat nenek digendong petugas supaya bisa nyoblos, semoga petugasnya sehat selalu',
      'KPU beri penghargaan kepada anggota KPPS {place} yang menggendong pemilih sepuh',
      'pelayanan KPPS yang gendong simbah itu luar biasa, begini seharusnya penyelenggara melayani',
    ],
  },
  {
    name: 'flooded-store',
    kind: 'crisis',
    from: 6,
    days: 4,
    items: 120,
    places: [['Demak', '33.21']],
    templates: [
      'Gudang logistik KPU {place} {kebanjiran|terendam banjir}, {ratusan|ribuan} kotak suara basah',
      'Banjir {setinggi lutut|satu meter} masuk gudang KPU {place}, surat suara diselamatkan ke lantai dua',
      'Kotak suara {mengapung|hanyut} di gudang KPU {place}, {siapa tanggung jawab|kok bisa tidak diantisipasi}',
      'Sudah tahu rawan banjir kenapa gudang KPU {place} di situ? {Payah|Tidak becus}',
      'KPU {place} menghitung ulang logistik yang rusak akibat banjir, pengganti diminta ke provinsi',
      'Petugas gabungan evakuasi bilik dan kotak suara dari gudang KPU {place} yang terendam',
      'warga {place} lihat sendiri kardus kotak suara lembek kena air, KPU jangan tutupi',
      'Polres jaga gudang KPU {place} selama pemindahan logistik pemilu dari genangan',
      'Surat suara yang basah di gudang {place} dijemur di halaman, aman kah untuk dipakai?',
      'Demak banjir lagi, logistik pemilu jadi korban, ribuan lembar surat suara tak bisa dipakai',
    ],
  },
  {
    name: 'sirekap-mismatch',
    kind: 'crisis',
    from: 8,
    days: 4,
    items: 110,
    templates: [
      'Angka di Sirekap {beda|tidak cocok} dengan foto C Hasil di {TPS saya|TPS kami}, {118|218} jadi {818|1118}',
      'Sirekap {ngaco|error|salah baca}, suara di formulir 56 terbaca 563',
      'Sirekap menggelembungkan suara {paslon itu|satu calon}, ini {kesengajaan|permainan}',
      'KPU akui Sirekap salah membaca formulir di sejumlah TPS, data akan dikoreksi',
      'Bandingkan sendiri foto C Hasil dengan angka Sirekap, {jauh sekali|selisih ratusan}',
      'Aplikasi Sirekap bikin gaduh, hentikan saja penayangannya, rakyat cuma lihat angka ngawur',
      'Pakar forensik minta audit Sirekap karena angka yang tampil melonjak',
      'kok jumlah suara di sirekap bisa lebih banyak dari pemilih di tps',
      'Sirekap bukan penentu, hasil resmi dari rekapitulasi berjenjang, tapi angka salah begini merusak kepercayaan',
      'operator KPPS: kami sudah perbaiki di Sirekap tapi angkanya balik lagi',
    ],
  },
  {
    name: 'dead-on-roll',
    kind: 'crisis',
    from: 2,
    days: 5,
    items: 55,
    places: [['Lamongan', '35.24']],
    templates: [
      'Almarhum {bapak|kakek|ibu} saya masih {tercantum|terdaftar} di DPT {place}, padahal meninggal {2019|lima tahun lalu}',
      'Bawaslu {place} temukan {ratusan|612} orang meninggal masih masuk daftar pemilih',
      'Daftar pemilih {place} {amburadul|kacau}, orang sudah dikubur masih punya hak suara',
      'KPU {place} mencoret nama warga meninggal dari DPT setelah laporan {keluarga|masyarakat}',
      'pantarlih {place} kerjanya apa, nama orang mati tidak dicoret dari daftar pemilih',
      'Cek DPT online, nenek yang wafat dua tahun lalu masih muncul sebagai pemilih di {place}',
      'Orang meninggal bisa nyoblos? di {place} namanya masih ada di papan pengumuman DPT',
    ],
  },
];

/** Posts that share words with the matters and belong to none. */
export const nearMisses: readonly string[] = [
  'Gudang beras Bulog di {Demak|Kudus|Pati} kebanjiran, ratusan karung basah',
  'Honor guru honorer {Garut|Ciamis|Cianjur} belum dibayar tiga bulan',
  'Surat undangan {pernikahan|rapat} sekarang cukup lewat WA, tidak perlu kertas',
  'Server {gim|aplikasi ojek} down lagi, {57|52} persen pengguna mengeluh',
  '{Tujuh|Lima} kontainer {tekstil|bawang} ilegal disita bea cukai di pelabuhan',
  'KPU {Kabupaten Brebes|Kota Tegal} melantik {7.000|5.400} anggota KPPS serentak',
  'Surat suara mulai dilipat di gudang KPU {Kabupaten Jepara|Kota Kediri}, warga dilibatkan',
  'Bimtek KPPS di {Kabupaten Sleman|Kota Batu} membahas tata cara penghitungan di TPS',
  'Nenek {88|91} tahun digendong cucunya naik ke puncak gunung, bikin haru warganet',
  'Mahasiswa rantau {tanya|cari info} kos murah dekat kampus',
  'Angka pengangguran beda jauh antara rilis BPS dan klaim tim sukses',
  'KPU menetapkan daftar pemilih tetap dalam rapat pleno terbuka bersama partai politik',
  'Debat kedua akan digelar KPU pekan depan dengan tema {ekonomi|pertahanan}',
  'Alat peraga kampanye di dekat TPS {ditertibkan|dibersihkan} Satpol PP jelang masa tenang',
];
