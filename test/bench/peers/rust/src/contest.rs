//! What every contestant in Rust does alike: reads a company, warms up, times its ticks, writes the result.
use std::{env, fs};

pub const TWO32: f64 = 4294967296.0;

pub struct Company {
    pub n: usize,
    pub ticks: usize,
    pub keys: Vec<(u32, u32)>,
    pub offsets: Vec<u32>,
    pub neighbours: Vec<u32>,
}

/// Status, e, k, s, g, v by agent.
pub struct Outcome {
    pub status: Vec<u8>,
    pub doubles: [Vec<f64>; 5],
}

pub trait Contestant {
    fn set_up(company: &Company) -> Self;
    fn tick(&mut self, key: (u32, u32));
    fn outcome(&self) -> Outcome;
}

pub fn draw(id: u32, (k0, k1): (u32, u32)) -> u32 {
    let mut h = id ^ k0;
    h ^= h >> 16;
    h = h.wrapping_mul(0x21f0aaad);
    h ^= h >> 15;
    h = h.wrapping_mul(0x735a2d97);
    h ^= h >> 15;
    h = h.wrapping_add(k1);
    h ^= h >> 16;
    h = h.wrapping_mul(0x21f0aaad);
    h ^= h >> 15;
    h = h.wrapping_mul(0x735a2d97);
    h ^ (h >> 15)
}

impl Company {
    fn read(path: &str) -> Company {
        let bytes = fs::read(path).expect("company");
        let words: Vec<u32> =
            bytes.chunks_exact(4).map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]])).collect();
        let (n, ticks) = (words[1] as usize, words[2] as usize);
        let keys = words[4..4 + 2 * (ticks + 1)].chunks_exact(2).map(|k| (k[0], k[1])).collect();
        let offsets = 4 + 2 * (ticks + 1);
        let neighbours = offsets + n + 1;
        Company {
            n,
            ticks,
            keys,
            offsets: words[offsets..neighbours].to_vec(),
            neighbours: words[neighbours..].to_vec(),
        }
    }

    pub fn knowledge(&self, a: usize) -> f64 {
        (f64::from(draw(a as u32, self.keys[0])) + 0.5) / TWO32
    }

    pub fn colleagues(&self, a: usize) -> &[u32] {
        &self.neighbours[self.offsets[a] as usize..self.offsets[a + 1] as usize]
    }
}

fn cpu_ms() -> f64 {
    let mut now = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    unsafe { libc::clock_gettime(libc::CLOCK_PROCESS_CPUTIME_ID, &mut now) };
    now.tv_sec as f64 * 1e3 + now.tv_nsec as f64 * 1e-6
}

fn peak_mb() -> f64 {
    let mut usage: libc::rusage = unsafe { std::mem::zeroed() };
    unsafe { libc::getrusage(libc::RUSAGE_SELF, &mut usage) };
    usage.ru_maxrss as f64 / 1024.0
}

fn run<C: Contestant>(company: &Company, model: &mut C) -> f64 {
    let before = cpu_ms();
    for &key in &company.keys[1..=company.ticks] {
        model.tick(key);
    }
    cpu_ms() - before
}

/// PROGRAM WARM-UP COMPANY REPEATS RESULT
pub fn contest<C: Contestant>() {
    let arguments: Vec<String> = env::args().collect();
    let warm_up = Company::read(&arguments[1]);
    run(&warm_up, &mut C::set_up(&warm_up));
    let start = cpu_ms();
    let company = Company::read(&arguments[2]);
    let read = cpu_ms();
    let mut model = C::set_up(&company);
    let set_up_ms = cpu_ms() - read;
    let mut run_ms = Vec::new();
    for repeat in 0..arguments[3].parse().expect("repeats") {
        if repeat > 0 {
            model = C::set_up(&company);
        }
        run_ms.push(run(&company, &mut model).to_string());
    }
    let outcome = model.outcome();
    let mut bytes = outcome.status;
    for column in outcome.doubles {
        bytes.extend(column.iter().flat_map(|x| x.to_le_bytes()));
    }
    fs::write(&arguments[4], bytes).expect("result");
    let read_ms = read - start;
    let (runs, peak) = (run_ms.join(","), peak_mb());
    println!("{{\"readMs\":{read_ms},\"setUpMs\":{set_up_ms},\"runMs\":[{runs}],\"peakMB\":{peak}}}");
}
