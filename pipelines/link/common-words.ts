/** Words of every text, so that they weigh little from the first item on. Negations are left out on purpose: they tell texts apart. */
export const commonWords: readonly string[] = (
  'yang dan di ke dari untuk dengan pada dalam ini itu adalah akan juga sudah telah bisa ada oleh saya kami kita kamu ' +
  'anda dia mereka ia nya para sebagai karena jika kalau agar supaya atau tetapi tapi namun serta saat ketika waktu lebih ' +
  'paling sangat banget lagi masih hanya saja semua setiap banyak beberapa orang hari tahun bulan satu dua tiga pun lah ' +
  'kah si sang pak bu bapak ibu mas bang bro gan kak saudara teman apa siapa mana kapan kenapa mengapa bagaimana kok sih ' +
  'deh dong nih tuh ya iya yuk ayo mau ingin harus dapat boleh perlu seperti sama antara sampai hingga sejak setelah ' +
  'sebelum tentang terhadap kepada bagi menjadi jadi buat membuat kata ujar katanya hal tersebut begitu demikian maka ' +
  'lalu kemudian sekarang kini nanti tadi baru lama baik benar atas bawah dua pertama kedua lain waduh aduh barusan baca lihat dengar tanya cerita wkwk haha hehe mending emang memang gitu gini gimana ' +
  'rt dm min admin kabarnya katanya konon siap dulu biar terus malah cuma kayak masa pernah selalu pasti mungkin coba the of and to in is a ' +
  'for on that it this with you are be by rt info berita video foto via terima kasih mohon tolong bantu share sebar viral ' +
  'viralkan semoga allah amin selamat pagi siang sore malam rp ri no'
).split(' ');

/** Words of every text about an election's conduct, whichever matter it is about. */
export const domainWords: readonly string[] = (
  'kpu kpud kpps ppk pps ppln tps dpt pemilu pilkada pilpres pileg pilgub pilbup pilwalkot suara surat kertas kotak bilik ' +
  'pemilih memilih pilih coblos nyoblos mencoblos tercoblos dicoblos pencoblosan coblosan kandidat calon paslon capres cawapres caleg ' +
  'petugas anggota ketua komisi pemilihan umum bawaslu panwaslu dkpp kabupaten kota provinsi kecamatan kelurahan desa kantor ' +
  'indonesia negara rakyat warga masyarakat hoax fakta cek benarkah kabar informasi ditemukan temukan pemerintah presiden ' +
  'hasil rekapitulasi penyelenggara demokrasi curang kecurangan partai politik kampanye grup sebelah akun media sosial beredar'
).split(' ');
