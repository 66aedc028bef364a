;; Products of columns. A block is 256 numbers of every column, so a column takes 1024 bytes and its
;; neighbours are reached by constant offsets. Two columns by four at a time: 8 sums and 6 operands
;; stay within the 16 vector registers of x86-64.
(module
  (memory (export "memory") 1)

  (func $sum (param $v v128) (result f64)
    (local $pair v128)
    (local.set $pair
      (f64x2.add
        (f64x2.promote_low_f32x4 (local.get $v))
        (f64x2.promote_low_f32x4
          (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $v) (local.get $v)))))
    (f64.add
      (f64x2.extract_lane 0 (local.get $pair))
      (f64x2.extract_lane 1 (local.get $pair))))

  (func $add (param $to i32) (param $v v128)
    (f64.store (local.get $to)
      (f64.add (f64.load (local.get $to)) (call $sum (local.get $v)))))

  ;; Adds the block's products to `g`, row by row, `columns` to a row: of the columns before `until` with those from
  ;; `from` on, above the diagonal and up to three places below. `columns` and `from` are multiples of 4, `until` of 2.
  (func (export "accumulate")
    (param $x i32) (param $columns i32) (param $g i32) (param $from i32) (param $until i32)
    (local $i i32) (local $j i32) (local $p i32) (local $q i32) (local $end i32) (local $to i32)
    (local $row i32)
    (local $a v128) (local $b v128) (local $c v128)
    (local $s0 v128) (local $s1 v128) (local $s2 v128) (local $s3 v128)
    (local $t0 v128) (local $t1 v128) (local $t2 v128) (local $t3 v128)
    (local.set $row (i32.shl (local.get $columns) (i32.const 3)))
    (loop $rows
      (local.set $j (i32.and (local.get $i) (i32.const -4)))
      (if (i32.lt_u (local.get $j) (local.get $from))
        (then (local.set $j (local.get $from))))
      (loop $columns4
        (local.set $p (i32.add (local.get $x) (i32.shl (local.get $i) (i32.const 10))))
        (local.set $q (i32.add (local.get $x) (i32.shl (local.get $j) (i32.const 10))))
        (local.set $end (i32.add (local.get $p) (i32.const 1024)))
        (local.set $s0 (v128.const i32x4 0 0 0 0))
        (local.set $s1 (v128.const i32x4 0 0 0 0))
        (local.set $s2 (v128.const i32x4 0 0 0 0))
        (local.set $s3 (v128.const i32x4 0 0 0 0))
        (local.set $t0 (v128.const i32x4 0 0 0 0))
        (local.set $t1 (v128.const i32x4 0 0 0 0))
        (local.set $t2 (v128.const i32x4 0 0 0 0))
        (local.set $t3 (v128.const i32x4 0 0 0 0))
        (loop $numbers
          (local.set $a (v128.load (local.get $p)))
          (local.set $b (v128.load offset=1024 (local.get $p)))
          (local.set $c (v128.load (local.get $q)))
          (local.set $s0 (f32x4.add (local.get $s0) (f32x4.mul (local.get $a) (local.get $c))))
          (local.set $t0 (f32x4.add (local.get $t0) (f32x4.mul (local.get $b) (local.get $c))))
          (local.set $c (v128.load offset=1024 (local.get $q)))
          (local.set $s1 (f32x4.add (local.get $s1) (f32x4.mul (local.get $a) (local.get $c))))
          (local.set $t1 (f32x4.add (local.get $t1) (f32x4.mul (local.get $b) (local.get $c))))
          (local.set $c (v128.load offset=2048 (local.get $q)))
          (local.set $s2 (f32x4.add (local.get $s2) (f32x4.mul (local.get $a) (local.get $c))))
          (local.set $t2 (f32x4.add (local.get $t2) (f32x4.mul (local.get $b) (local.get $c))))
          (local.set $c (v128.load offset=3072 (local.get $q)))
          (local.set $s3 (f32x4.add (local.get $s3) (f32x4.mul (local.get $a) (local.get $c))))
          (local.set $t3 (f32x4.add (local.get $t3) (f32x4.mul (local.get $b) (local.get $c))))
          (local.set $q (i32.add (local.get $q) (i32.const 16)))
          (local.set $p (i32.add (local.get $p) (i32.const 16)))
          (br_if $numbers (i32.lt_u (local.get $p) (local.get $end))))
        (local.set $to
          (i32.add (local.get $g)
            (i32.shl
              (i32.add (i32.mul (local.get $i) (local.get $columns)) (local.get $j))
              (i32.const 3))))
        (call $add (local.get $to) (local.get $s0))
        (call $add (i32.add (local.get $to) (i32.const 8)) (local.get $s1))
        (call $add (i32.add (local.get $to) (i32.const 16)) (local.get $s2))
        (call $add (i32.add (local.get $to) (i32.const 24)) (local.get $s3))
        (local.set $to (i32.add (local.get $to) (local.get $row)))
        (call $add (local.get $to) (local.get $t0))
        (call $add (i32.add (local.get $to) (i32.const 8)) (local.get $t1))
        (call $add (i32.add (local.get $to) (i32.const 16)) (local.get $t2))
        (call $add (i32.add (local.get $to) (i32.const 24)) (local.get $t3))
        (local.set $j (i32.add (local.get $j) (i32.const 4)))
        (br_if $columns4 (i32.lt_u (local.get $j) (local.get $columns))))
      (local.set $i (i32.add (local.get $i) (i32.const 2)))
      (br_if $rows (i32.lt_u (local.get $i) (local.get $until))))))
