/** `short=standard` pairs of everyday written Indonesian; `_` stands for a space in the standard form. Our own list. */
const PAIRS = `
yg=yang yng=yang yag=yang dgn=dengan dg=dengan dngn=dengan dengn=dengan ama=sama sm=sama utk=untuk tuk=untuk untk=untuk u=untuk
bwt=buat bt=buat krn=karena karna=karena krna=karena karn=karena soale=soalnya sbb=sebab jd=jadi jdi=jadi jg=juga jga=juga jugak=juga
ga=tidak gak=tidak gk=tidak g=tidak nggak=tidak ngga=tidak ngak=tidak nggk=tidak enggak=tidak engga=tidak enggk=tidak gag=tidak kaga=tidak
kagak=tidak kgk=tidak tdk=tidak tak=tidak tk=tidak tdak=tidak ndak=tidak ndk=tidak nda=tidak ora=tidak ogah=tidak_mau gamau=tidak_mau
gatau=tidak_tahu gtau=tidak_tahu gtw=tidak_tahu gabisa=tidak_bisa gaada=tidak_ada gada=tidak_ada gakada=tidak_ada gaperlu=tidak_perlu
gapapa=tidak_apa gpp=tidak_apa gajelas=tidak_jelas gaje=tidak_jelas gajadi=tidak_jadi gaenak=tidak_enak gaboleh=tidak_boleh gamasuk=tidak_masuk
taknak=tidak_mau takde=tidak_ada takda=tidak_ada takkan=tidak_akan taksuka=tidak_suka xnak=tidak_mau bkn=bukan bukn=bukan bknnya=bukannya
blm=belum blom=belum belom=belum blum=belum blon=belum lum=belum jgn=jangan jngn=jangan jan=jangan jangn=jangan
sdh=sudah udh=sudah udah=sudah dah=sudah uda=sudah sdah=sudah sudh=sudah tlh=telah tlah=telah
aja=saja aj=saja ajah=saja aje=saja doang=saja doank=saja sj=saja sja=saja ae=saja
bgt=banget bngt=banget bangett=banget bgtt=banget bingit=banget bet=banget skali=sekali skl=sekali bnr=benar bner=benar bener=benar
bgmn=bagaimana bgmana=bagaimana gmn=bagaimana gimana=bagaimana gmana=bagaimana gmna=bagaimana piye=bagaimana knp=kenapa knapa=kenapa napa=kenapa ngapa=kenapa
kmrn=kemarin kmaren=kemarin kemaren=kemarin kmrin=kemarin bsk=besok bsok=besok skrg=sekarang skrng=sekarang skr=sekarang skarang=sekarang srkg=sekarang
td=tadi tdi=tadi nnt=nanti nti=nanti ntar=nanti entar=nanti ntr=nanti trs=terus trus=terus terusss=terus truss=terus lgs=langsung lgsg=langsung langsng=langsung
lg=lagi lgi=lagi ag=lagi msh=masih msih=masih mash=masih smp=sampai sampe=sampai ampe=sampai smpe=sampai smpai=sampai sblm=sebelum sblum=sebelum stlh=setelah stelah=setelah
org=orang orng=orang ornag=orang wong=orang uwong=orang byk=banyak bnyk=banyak bnyak=banyak banyk=banyak sdkt=sedikit dikit=sedikit dkit=sedikit
kl=kalau klo=kalau kalo=kalau klw=kalau klu=kalau kalu=kalau lek=kalau nek=kalau tp=tapi tpi=tapi ttp=tetap tetep=tetap ttep=tetap
dr=dari dri=dari drpd=daripada kpd=kepada kpda=kepada pd=pada pda=pada sbg=sebagai sbgai=sebagai spt=seperti sprti=seperti sperti=seperti kyk=seperti kayak=seperti kek=seperti kaya=seperti macam=seperti mcm=seperti
ttg=tentang tntg=tentang tentng=tentang thd=terhadap thdp=terhadap trhdp=terhadap dlm=dalam dlam=dalam slm=selama antr=antara tsb=tersebut tsbt=tersebut
dpt=dpt dapet=dapat dpet=dapat bs=bisa bsa=bisa iso=bisa hrs=harus hrus=harus kudu=harus musti=harus mesti=harus bth=butuh mo=mau pgn=ingin pengen=ingin pengin=ingin pngen=ingin
gue=saya gw=saya gua=saya gwe=saya w=saya sy=saya sya=saya ane=saya aku=saya ak=saya aq=saya akuh=saya
lu=kamu lo=kamu loe=kamu elu=kamu elo=kamu km=kamu kmu=kamu ente=kamu kau=kamu klian=kalian klean=kalian kelen=kalian dy=dia doi=dia mrk=mereka mreka=mereka qta=kita kt=kita
pa=pak bpk=bapak pk=pak bp=bapak bu=ibu ibuk=ibu bang=abang bro=saudara sdr=saudara sodara=saudara
gmpg=gampang gampg=gampang ssh=susah sush=susah mnrt=menurut mnurut=menurut mgkn=mungkin mngkn=mungkin mgkin=mungkin pst=pasti psti=pasti emg=memang emang=memang mmg=memang mang=memang
bkin=buat bikin=buat ngasih=memberi kasi=kasih ksh=kasih liat=lihat lht=lihat ngeliat=melihat ngelihat=melihat keliatan=kelihatan dnger=dengar denger=dengar ngomong=bicara ngmg=bicara omong=bicara
nanya=bertanya tny=tanya tnya=tanya jwb=jawab jwban=jawaban pake=pakai pke=pakai pakek=pakai ngerti=mengerti pinter=pintar bego=bodoh goblog=goblok gblk=goblok
inget=ingat ingt=ingat maen=main dateng=datang temen=teman tmn=teman kawan=teman ank=anak bocil=anak_kecil keluar=keluar cma=cuma cuman=cuma cm=cuma hnya=hanya
smua=semua smw=semua smuanya=semuanya semuah=semua tiap2=tiap brp=berapa brapa=berapa sapa=siapa spa=siapa dmn=dimana dmna=dimana kmn=kemana kmana=kemana kpn=kapan
makasih=terima_kasih makasi=terima_kasih mksh=terima_kasih mksih=terima_kasih trims=terima_kasih tq=terima_kasih thx=terima_kasih thanks=terima_kasih thankyou=terima_kasih trimakasih=terima_kasih terimakasih=terima_kasih tks=terima_kasih suwun=terima_kasih
pls=tolong plis=tolong please=tolong tlg=tolong tlong=tolong mhn=mohon sori=maaf sorry=maaf sory=maaf maap=maaf maf=maaf mf=maaf
mantab=mantap mantul=mantap mntap=mantap mantep=mantap mantapp=mantap keren=keren krn2=keren okeh=oke ok=oke okey=oke okay=oke oce=oke sip=oke siip=oke
bagusss=bagus bgs=bagus bgus=bagus jelek=jelek jlk=jelek jelekk=jelek parah=parah prh=parah ancur=hancur ancurr=hancur rusakk=rusak boong=bohong bo'ong=bohong ngibul=bohong tipu2=tipu curhat=curhat
cape=capek cpk=capek capek=capek males=malas mls=malas mager=malas bete=kesal kesel=kesal ksl=kesal gedeg=kesal geram=marah ngamuk=marah mewek=menangis nangis=menangis seneng=senang sneng=senang happy=senang
kangen=rindu cinta=cinta demen=suka doyan=suka sk=suka benci=benci bnci=benci
pemilu2024=pemilu pileg=pileg pilpress=pilpres presidenn=presiden capress=capres jkw=jokowi jokowii=jokowi pakde=jokowi wowo=prabowo
kpps2=kpps tps2=tps indo=indonesia ina=indonesia jkt=jakarta sby=sby jatim=jatim jateng=jateng jabar=jabar bdg=bandung pilgup=pilgub paslon=paslon kab=kabupaten prov=provinsi kec=kecamatan kel=kelurahan
tgl=tanggal thn=tahun th=tahun bln=bulan hr=hari mgg=minggu jm=jam mnt=menit wkt=waktu malem=malam mlm=malam siang=siang pg=pagi sore=sore
jln=jalan jl=jalan rmh=rumah umh=rumah skolah=sekolah kntr=kantor dpn=depan blkg=belakang bwh=bawah dibwh=dibawah ats=atas
ribet=rumit hoaks=hoax hoak=hoax hoxs=hoax fitnahh=fitnah curangg=curang korup=korupsi koruptorr=koruptor duit=uang duwit=uang fulus=uang gratisan=gratis
bpjs=bpjs ktp=ktp info2=informasi info=informasi infonya=informasinya infoin=informasikan kabarin=kabarkan sebarin=sebarkan viralin=viralkan share=sebar sharing=berbagi forward=teruskan fwd=teruskan
gitu=begitu gt=begitu gtu=begitu begituu=begitu gini=begini gni=begini kyknya=sepertinya kayaknya=sepertinya keknya=sepertinya kayanya=sepertinya katanye=katanya ktnya=katanya
padahl=padahal pdhl=padahal pdahal=padahal walo=walau walopun=walaupun meski=meskipun mskipun=meskipun apalg=apalagi apalgi=apalagi makane=makanya mknya=makanya makanye=makanya
dll=dan_lain_lain dsb=dan_sebagainya dst=dan_seterusnya yah=ya yaa=ya yaah=ya iye=iya iyaa=iya yoi=iya yup=iya yep=iya he'eh=iya nih=ini ni=ini nich=ini tuh=itu tu=itu tuch=itu sih=sih deh=deh dong=dong
koq=kok gitchu=begitu lbh=lebih lbih=lebih plg=paling pling=paling krg=kurang kurg=kurang trllu=terlalu trlalu=terlalu slalu=selalu sll=selalu selalo=selalu srg=sering sring=sering kdg=kadang kdang=kadang jrg=jarang
sll=selalu tetangga=tetangga masyrakat=masyarakat masy=masyarakat mayarakat=masyarakat rakyt=rakyat negri=negeri pmerintah=pemerintah pemerinta=pemerintah pemimpn=pemimpin
dukunk=dukung dkung=dukung coblosss=coblos nyoblos=mencoblos nyoblosnya=mencoblosnya milih=memilih pilihh=pilih ngitung=menghitung itung=hitung nyari=mencari nunggu=menunggu tunggu2=tunggu ngurus=mengurus urusin=urus kerjain=kerjakan
alhamdulilah=alhamdulillah alhamdulillahh=alhamdulillah hamdalah=alhamdulillah amin=amin aamiin=amin amiin=amin aamin=amin insyaallah=insya_allah inshaallah=insya_allah masyaallah=masya_allah astaga=astaga astagfirullah=astagfirullah astaghfirullah=astagfirullah
anjir=anjing anjay=anjay anjrit=anjing anjg=anjing njing=anjing njir=anjing asu=anjing bgst=bangsat bangst=bangsat kampretos=kampret tolil=tolol jancuk=jancok cuk=jancok
`;

function parsePairs(): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const pair of PAIRS.split(/\s+/)) {
    const at = pair.indexOf('=');
    if (at < 1) continue;
    const short = pair.slice(0, at);
    const standard = pair.slice(at + 1).replaceAll('_', ' ');
    if (short !== standard) map.set(short, standard);
  }
  return map;
}

/** Slang, abbreviation or misspelling (lower case) to its standard form, which may be several words. */
export const SLANG: ReadonlyMap<string, string> = parsePairs();
