/** Digests of scenes.ts as they were written down: made by `npm run golden`, with a reason in the commit. */
export const GOLDEN = `
global-bank bf9c8c94562109f2 5d28004f84c20fc4 9645d931ee1ce356
insurer 27fe5816f7a6708c 5856934987981574 576f5250b62d0680
ibm-like 9f27950a614f7ef3 970369217e086737 4a01321b4f9872ff
field-service 532222ccfb518ed6 eb541173f25fd926 d1d52038dae4f8e5
oil-major 382fddee3cb8aca1 c5a429ecfb8ff700 80765fd18fe51b83
remote-consultancy 8178d27f80729d9b 8d7b8dc9600ccc2a b86ac18f2efe1751
start-up 333c29118df59f3c 7519e4e0f185c9c4 3e6c6c8c9c507f65
regulated-firm 791cb10263e4ba10 1d80649dc51674fe 6965635284984650
forced-ranking-shop 0ad1b2c584d9ca42 5abe55cd47b6a8f6 86dae8381caa85a7
vanity-sponsor 4f4857e1f997a446 eb2c5f1194e654f2 290cba0b4d436c05
optimists-firm 25aaa17a68f08eca d259b47801d09a55 e722328447d131f7
measured-workplace abb989f681803680 f8740ec3f3d99d62 2b9ae856c8bb7918
dispersed-firm 1a8767515b0bd0bc 3ec619e1588e6eae 78ed460c288e4406
grassroots-firm 46a40e88f88ebc99 cfa02b21609097c6 ee15c55525e650ee
rare-expertise 13d4f4847173acc2 f0b798733d011977 9d7b59856c4b264a
small-firm 975c54b24d6e3e06 4286c90c9d2b6531 3a6722a8693c77ee
short-horizon b5c16365359ebaab 31f8c6fa3e874f75 7ebc6e1ee8580ecf
informal-communities 37c3c13ea5fb93e9 9192e63c63a4d8c5 92513b76a7d8adc6
`;
