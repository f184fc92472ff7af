/** Digests of scenes.ts as they were written down: made by `npm run golden`, with a reason in the commit. */
export const GOLDEN = `
global-bank 0b906fb1eb8f56d9 c5becb5c3b8e266d 4e6b4bf3c33fe460
insurer 83b0c6fe9ffd5c15 5a886954171ee367 25aa165b81fe6444
ibm-like ae66d414fdefdf42 b847f2d6b1710684 cd1100ff8b1e2331
field-service 6e1a694c429d53d5 ca089d944b1896d2 99f94ab1cfe682c2
oil-major 0b9bee30cd8436d3 a6870c921c00b102 9fdc149b2db1f7b7
remote-consultancy 47b706d729d4dd8f 958f462aa2f01867 e06760f26db52290
start-up 0de4750ca0ae5948 58bc45cbcbfb9d0d a01fea6b558b5756
regulated-firm 33d9f88216c378fb 386091d118886db2 81ad7bccc8fe7b96
forced-ranking-shop be39b10e4ffd3f4e cb82b7346b49f5a3 02e316cb3c41e475
vanity-sponsor fe2eeaa2a72d50a7 5250ef0a0305b9d4 4b9eafff4428903f
optimists-firm e350c33d1c96f3ab 6b3b0ae665c17d4a 11b4aaa2df75f989
measured-workplace 84cdbb9506606dee 9a4829204bddff4a f358d2343de8359f
dispersed-firm 6a676c7ef0107bc4 87023f831ac90587 e09a29690ba4b3e6
grassroots-firm fca6aab5a323205b bb5501ecc6f9594e eaaf1a6c8ea25cdf
rare-expertise 7d256ffc35a15144 22eb6c67fd1473ec 4857be9f15585216
small-firm 41876d578ca44058 aa2802e453e07085 0436b1db6c295b1e
short-horizon b7ba5b86d9c46d55 26f1bdf444d56056 6ee60b90adcb1695
informal-communities 474e39bc7b5041c3 ff891c764487fed9 263975d0d9369834
`;
